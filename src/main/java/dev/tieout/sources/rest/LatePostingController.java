package dev.tieout.sources.rest;

import dev.tieout.closing.Closes;
import dev.tieout.sources.LatePosting;
import dev.tieout.sources.LatePostings;
import dev.tieout.sources.SourceKind;
import dev.tieout.terms.Money;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was posted after the cutoff: the rows that came with a close, and those that it took in from earlier ones. */
@RestController
@RequestMapping("/api/v1/closes/{period}/late-postings")
class LatePostingController {

    private final LatePostings late;
    private final Closes closes;

    LatePostingController(LatePostings late, Closes closes) {
        this.late = late;
        this.closes = closes;
    }

    @GetMapping
    Page<Answer> page(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        long close = closes.of(Period.parse(period)).key();
        var page = late.of(close, cursor, Math.clamp(limit, 1, Page.LIMIT));
        return new Page<>(page.items().stream().map(Answer::of).toList(), page.next());
    }

    /**
     * A late posting.
     *
     * @param change the amount says by how much the line changed
     * @param field the column that placed it, with {@code value} the cell as written and {@code at} as read
     */
    record Answer(
            SourceKind kind,
            String receivedIn,
            long source,
            String file,
            long line,
            String account,
            @Nullable String subscription,
            @Nullable String product,
            @Nullable String entry,
            String amount,
            boolean change,
            String currency,
            @Nullable String status,
            String field,
            String value,
            @Nullable Instant at,
            String belongsTo,
            @Nullable String takenInto,
            @Nullable Long backPosting) {

        static Answer of(LatePosting posting) {
            var stream = posting.stream();
            return new Answer(
                    posting.kind(),
                    posting.receivedIn(),
                    posting.source(),
                    posting.file(),
                    posting.line(),
                    posting.account(),
                    stream == null ? null : stream.subscription(),
                    stream == null ? null : stream.product(),
                    posting.entry(),
                    new Money(posting.amount(), posting.currency()).text(),
                    posting.isChange(),
                    posting.currency(),
                    posting.status(),
                    posting.field(),
                    posting.value(),
                    posting.at(),
                    posting.belongsTo(),
                    posting.takenInto(),
                    posting.backPosting());
        }
    }
}
