package dev.tieout.metrics;

import java.math.BigDecimal;
import java.util.Locale;

/** A line of the bridge, in its order. */
public enum BridgeLine {
    OPENING,
    NEW,
    REACTIVATION,
    EXPANSION,
    CONTRACTION,
    CHURN,
    FX,
    CLOSING;

    /** Its amount in a bridge: contraction and churn are positive there. */
    public BigDecimal of(Bridge bridge) {
        return switch (this) {
            case OPENING -> bridge.opening();
            case NEW -> bridge.newAmount();
            case REACTIVATION -> bridge.reactivation();
            case EXPANSION -> bridge.expansion();
            case CONTRACTION -> bridge.contraction();
            case CHURN -> bridge.churn();
            case FX -> bridge.fx();
            case CLOSING -> bridge.closing();
        };
    }

    /** Its amount with the sign that it has on the way from opening to closing, as screens show it: contraction and churn below zero. */
    public BigDecimal signed(Bridge bridge) {
        return signed(of(bridge));
    }

    /** An amount of this line, or a difference of two, with that sign. */
    public BigDecimal signed(BigDecimal amount) {
        return reduces() ? amount.negate() : amount;
    }

    /** Whether a larger amount makes the closing smaller. */
    public boolean reduces() {
        return this == CONTRACTION || this == CHURN;
    }

    /** In a person's words. */
    public String title() {
        return this == FX
                ? "Exchange rates"
                : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** As the API writes it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
