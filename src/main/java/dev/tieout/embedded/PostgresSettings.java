package dev.tieout.embedded;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the embedded server is set: safe as PostgreSQL is by default, and roomy enough for a close in large batches. */
final class PostgresSettings {

    private static final List<String> DEFAULTS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=256MB",
            "work_mem=32MB",
            "maintenance_work_mem=128MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            "log_min_messages=warning",
            "timezone=UTC",
            "log_timezone=UTC");

    private PostgresSettings() {}

    static String asOptions(int port, List<String> more) {
        return Stream.concat(DEFAULTS.stream(), more.stream())
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
    }
}
