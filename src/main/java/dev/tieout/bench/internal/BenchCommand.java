package dev.tieout.bench.internal;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs the benchmarks as soon as the application is up, and ends it. */
@Component
@Profile("bench")
class BenchCommand {

    private final CloseBench closes;
    private final ImportBench imports;

    BenchCommand(CloseBench closes, ImportBench imports) {
        this.closes = closes;
        this.imports = imports;
    }

    /** Ends with 1 when an import takes longer than it may. */
    @EventListener
    void run(ApplicationReadyEvent ready) throws IOException, SQLException {
        System.out.println(Machine.words());
        System.out.println("load average before: " + Machine.load());
        closes.run(System.out);
        boolean within = imports.run();
        int status = SpringApplication.exit(ready.getApplicationContext(), () -> within ? 0 : 1);
        System.exit(status);
    }
}
