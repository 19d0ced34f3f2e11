package dev.tieout.verification;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the command said of a pack, and how it ended. */
public record Verified(int exit, String output) {

    public static Verified of(Path pack, String... options) {
        var arguments = new ArrayList<>(List.of(options));
        arguments.addFirst(pack.toString());
        var said = new ByteArrayOutputStream();
        int exit =
                VerifyPack.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        return new Verified(exit, said.toString(StandardCharsets.UTF_8));
    }
}
