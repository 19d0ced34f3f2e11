package dev.tieout.backtest.rest;

import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.BackTests.NoSuchBackTest;
import dev.tieout.backtest.ChangeFilter;
import dev.tieout.rules.PinnedTable;
import dev.tieout.terms.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Back-tests of rule versions: begun, followed, read. */
@RestController
@RequestMapping("/api/v1/rules/{table}/versions/{version}/back-test")
class BackTestController {

    private final BackTests backTests;

    BackTestController(BackTests backTests) {
        this.backTests = backTests;
    }

    /** Begins one and answers 202, or 200 with the one that is kept for this content and these publications. */
    @PostMapping
    ResponseEntity<BackTestAnswer> start(@PathVariable String table, @PathVariable @Min(1) int version) {
        var test = backTests.start(new PinnedTable(table, version));
        var status = test.state() == BackTest.State.DONE ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).body(answer(test));
    }

    @GetMapping
    BackTestAnswer latest(@PathVariable String table, @PathVariable @Min(1) int version) {
        return answer(test(table, version));
    }

    /** What would come out otherwise, by period and account. */
    @GetMapping("/accounts")
    Page<BackTestAnswer.Account> accounts(
            @PathVariable String table,
            @PathVariable @Min(1) int version,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "false") boolean reasons,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LIMIT) int limit) {
        var filter = new ChangeFilter(period, from, to, account, reasons);
        var page = backTests.after(test(table, version).id(), filter, cursor, limit);
        return new Page<>(page.items().stream().map(BackTestAnswer.Account::of).toList(), page.next());
    }

    private BackTest test(String table, int version) {
        return backTests
                .latest(new PinnedTable(table, version))
                .orElseThrow(() -> new NoSuchBackTest("Version " + version + " of the table “" + table
                        + "” has not been tested against the published periods as it is now."));
    }

    private BackTestAnswer answer(BackTest test) {
        return BackTestAnswer.of(test, backTests.transitions(test.id(), null), backTests.words(test.id()));
    }
}
