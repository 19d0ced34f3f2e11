package dev.tieout.exports.pdf;

import dev.tieout.metrics.BridgeStep;
import java.awt.Color;

/** The colours of a report: those of the screens, with enough contrast on white for small print. */
enum Ink {
    TEXT("1d2733"),
    QUIET("55606e"),
    ACCENT("1f4e79"),
    LINE("cfd6dd"),
    TINT("f2f5f8"),
    UP("3a8a5c"),
    DOWN("b8453d"),
    GOOD("1b6b3a"),
    GOOD_TINT("e6f3ea"),
    ATTENTION("7a4b00"),
    ATTENTION_TINT("fdf1dc"),
    ACCENT_TINT("dbe8f4"),
    WHITE("ffffff");

    private final Color colour;

    Ink(String hexadecimal) {
        this.colour = new Color(Integer.parseInt(hexadecimal, 16));
    }

    Color colour() {
        return colour;
    }

    static Ink of(BridgeStep.Kind kind) {
        return switch (kind) {
            case BALANCE -> ACCENT;
            case UP -> UP;
            case DOWN -> DOWN;
        };
    }
}
