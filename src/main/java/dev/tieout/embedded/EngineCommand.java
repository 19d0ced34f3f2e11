package dev.tieout.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the engine's process is started: bounded memory, loopback addresses, everything it writes in {@code work}. */
record EngineCommand(EngineDistribution distribution, Path work, EnginePorts ports) {

    private static final List<String> MEMORY = List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx256m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(work.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(outputFile().toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(EngineCommand::changesBehaviour);
        environment.putAll(addresses());
        environment.putAll(limits());
        return builder.start();
    }

    Path outputFile() {
        return work.resolve("engine.out");
    }

    /** On the command line of the one engine that works in this place. */
    String placeArgument() {
        return "-Dapp.home=" + work;
    }

    /** On the command line of every engine of this distribution. */
    String distributionArgument() {
        return distribution.library() + "/*";
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(ownSession());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MEMORY);
        command.add("-Djava.io.tmpdir=" + work.resolve("tmp"));
        command.add("-Dlog4j2.configurationFile=" + distribution.configuration().resolve("log4j2.xml"));
        command.add("-Dspring.config.additional-location=file:" + distribution.configuration() + "/");
        command.addAll(List.of("-Dapp.name=engine", placeArgument(), "-Dbasedir=" + work));
        command.addAll(List.of("-cp", distributionArgument(), "io.camunda.application.StandaloneBroker"));
        return command;
    }

    /** A Ctrl-C in the terminal goes to a whole process group; the engine must outlast the application's own stop. */
    private static List<String> ownSession() {
        return Stream.of(
                        List.of("/usr/bin/setsid"),
                        List.of("/usr/bin/perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die $!"))
                .filter(prefix -> Files.isExecutable(Path.of(prefix.getFirst())))
                .findFirst()
                .orElse(List.of());
    }

    private Map<String, String> addresses() {
        return Map.of(
                "ZEEBE_BROKER_NETWORK_HOST",
                "127.0.0.1",
                "ZEEBE_BROKER_NETWORK_ADVERTISEDHOST",
                "127.0.0.1",
                "ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT",
                Integer.toString(ports.command()),
                "ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT",
                Integer.toString(ports.internal()),
                "ZEEBE_BROKER_GATEWAY_NETWORK_HOST",
                "127.0.0.1",
                "ZEEBE_BROKER_GATEWAY_NETWORK_PORT",
                Integer.toString(ports.grpc()),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SERVER_PORT",
                Integer.toString(ports.rest()),
                "MANAGEMENT_SERVER_ADDRESS",
                "127.0.0.1",
                "MANAGEMENT_SERVER_PORT",
                Integer.toString(ports.management()));
    }

    private Map<String, String> limits() {
        return Map.of(
                "MALLOC_ARENA_MAX", "2",
                "SERVER_TOMCAT_THREADS_MAX", "8",
                "ZEEBE_BROKER_DATA_DIRECTORY", work.resolve("data").toString(),
                "ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB",
                "ZEEBE_BROKER_DATA_SNAPSHOTPERIOD", "2m",
                "ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "32MB",
                "ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "256MB",
                "ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "128MB");
    }

    private static boolean changesBehaviour(String variable) {
        return Stream.of("ZEEBE_", "CAMUNDA_", "SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_")
                        .anyMatch(variable::startsWith)
                || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                        .contains(variable);
    }
}
