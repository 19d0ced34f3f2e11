package dev.tieout.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;

/** The engine's five ports, all on the loopback interface. */
record EnginePorts(int grpc, int rest, int management, int command, int internal) {

    private static final List<String> NAMES = List.of("grpc", "rest", "management", "command", "internal");

    /** The ports of the last run, noted in {@code file}; 0 where nothing is noted. */
    static EnginePorts notedIn(Path file) throws IOException {
        Properties noted = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                noted.load(in);
            }
        }
        return of(NAMES.stream()
                .map(name -> Integer.parseInt(noted.getProperty(name, "0")))
                .toList());
    }

    /** These ports where they are still free, else others. An occupied port makes the engine hang without a word. */
    EnginePorts orFreeOnes() {
        return of(FreePorts.preferring(numbers()));
    }

    /** Written before the engine starts, so that it can be found again whenever the application is killed. */
    void noteIn(Path file) throws IOException {
        Properties noted = new Properties();
        for (int i = 0; i < NAMES.size(); i++) {
            noted.setProperty(NAMES.get(i), numbers().get(i).toString());
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (Writer out = Files.newBufferedWriter(unfinished)) {
            noted.store(out, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Integer> numbers() {
        return List.of(grpc, rest, management, command, internal);
    }

    private static EnginePorts of(List<Integer> n) {
        return new EnginePorts(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4));
    }

    URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + grpc);
    }

    URI restAddress() {
        return URI.create("http://127.0.0.1:" + rest);
    }

    URI readiness() {
        return URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness");
    }
}
