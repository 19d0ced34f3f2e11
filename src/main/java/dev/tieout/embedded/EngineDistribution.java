package dev.tieout.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The unpacked Camunda distribution, which the build puts outside {@code target}. */
record EngineDistribution(Path home) {

    /** Finds it in {@code parent}, whose name is its version. */
    static EngineDistribution in(Path parent) {
        if (Files.isDirectory(parent)) {
            try (Stream<Path> candidates = Files.list(parent)) {
                return candidates
                        .filter(candidate -> Files.isDirectory(candidate.resolve("lib")))
                        .findFirst()
                        .map(found ->
                                new EngineDistribution(found.toAbsolutePath().normalize()))
                        .orElseThrow(() -> missing(parent));
            } catch (IOException e) {
                throw new EmbeddedServerUnavailable("cannot read " + parent + ": " + e.getMessage(), e);
            }
        }
        throw missing(parent);
    }

    private static EmbeddedServerUnavailable missing(Path parent) {
        return new EmbeddedServerUnavailable("no Camunda engine in " + parent.toAbsolutePath()
                + ": build with ./mvnw package, set tieout.engine.directory, or set camunda.client.grpc-address");
    }

    Path library() {
        return home.resolve("lib");
    }

    Path configuration() {
        return home.resolve("config");
    }
}
