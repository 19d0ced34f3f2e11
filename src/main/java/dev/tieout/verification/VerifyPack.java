package dev.tieout.verification;

import dev.tieout.evidence.format.Signing;
import dev.tieout.verification.internal.Verification;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code verify PACK.zip [--key PUBLIC.pem] [--report DIR]}: says whether every figure of a publication comes out again from its
 * evidence pack.
 *
 * <p>Ends with 0 when it does, 1 with the first difference or damage named, 2 when it was called wrongly.
 */
public final class VerifyPack {

    static final int EQUAL = 0;
    static final int NOT_EQUAL = 1;
    static final int WRONG_USE = 2;

    private static final String USE = """
            Use: verify PACK.zip [--key PUBLIC.pem] [--report DIR]

              PACK.zip          an evidence pack of Tieout
              --key PUBLIC.pem  the installation's public key, which you have from elsewhere than the pack
              --report DIR      write the rebuilt report.json and report.csv there

            Rebuilds the publication from the pack alone. Ends with 0 when every figure is equal, 1 when not.
            """;

    private VerifyPack() {}

    public static void main(String[] arguments) {
        // The jar brings no logging, and SLF4J would say so above the report.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8), arguments));
    }

    /** The same without leaving the process; the answer is the exit code. */
    public static int run(PrintStream out, String... arguments) {
        try {
            var wish = Wish.of(arguments);
            out.println("Tieout evidence pack " + wish.pack().getFileName());
            out.println();
            return new Verification(wish.key(), wish.report(), out).of(wish.pack()) ? EQUAL : NOT_EQUAL;
        } catch (WrongUse wrong) {
            if (!wrong.sentence().isEmpty()) {
                out.println(wrong.sentence());
                out.println();
            }
            out.print(USE);
            return WRONG_USE;
        }
    }

    /** What the caller asks for. */
    private record Wish(
            Path pack, @Nullable PublicKey key, @Nullable Path report) {

        static Wish of(String... arguments) throws WrongUse {
            Path pack = null;
            Path report = null;
            PublicKey key = null;
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--key" -> key = key(path(arguments, ++i));
                    case "--report" -> report = path(arguments, ++i);
                    case "--help", "-h" -> throw new WrongUse("");
                    default -> {
                        if (pack != null || arguments[i].startsWith("-")) {
                            throw new WrongUse("“" + arguments[i] + "” is not expected.");
                        }
                        pack = path(arguments, i);
                    }
                }
            }
            if (pack == null) {
                throw new WrongUse("Which pack?");
            }
            if (!Files.isRegularFile(pack)) {
                throw new WrongUse("There is no file " + pack + ".");
            }
            return new Wish(pack, key, report);
        }

        private static Path path(String[] arguments, int at) throws WrongUse {
            if (at >= arguments.length) {
                throw new WrongUse("Something is missing behind " + arguments[at - 1] + ".");
            }
            try {
                return Path.of(arguments[at]);
            } catch (InvalidPathException none) {
                throw new WrongUse("“" + arguments[at] + "” is no path.");
            }
        }

        private static PublicKey key(Path pem) throws WrongUse {
            try {
                return Signing.fromPem(Files.readString(pem));
            } catch (IOException | InvalidKeySpecException none) {
                throw new WrongUse(pem + " holds no Ed25519 public key in PEM: " + none.getMessage() + ".");
            }
        }
    }

    /** The command was called in a way that it does not know. */
    private static final class WrongUse extends Exception {
        WrongUse(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
