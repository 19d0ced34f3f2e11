package dev.tieout.backpostings.rest;

import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.closing.Closes;
import dev.tieout.sources.LatePosting;
import dev.tieout.terms.Money;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes that take late postings into the period that they came with. */
@RestController
@RequestMapping("/api/v1")
class BackPostingController {

    private final BackPostings notes;
    private final Closes closes;

    BackPostingController(BackPostings notes, Closes closes) {
        this.notes = notes;
        this.closes = closes;
    }

    @PostMapping("/closes/{period}/back-postings")
    @ResponseStatus(HttpStatus.CREATED)
    Answer raise(@PathVariable String period, @Valid @RequestBody Request request) {
        var keys = request.records().stream()
                .map(named -> new LatePosting.RowKey(named.source(), named.line()))
                .collect(Collectors.toSet());
        return answer(notes.raise(Period.parse(period), text(request.reason()), text(request.policyClause()), keys));
    }

    @GetMapping("/closes/{period}/back-postings")
    Page<Answer> of(@PathVariable String period) {
        return new Page<>(
                notes.of(closes.of(Period.parse(period)).key()).stream()
                        .map(this::answer)
                        .toList(),
                null);
    }

    @GetMapping("/back-postings/{id}")
    Answer one(@PathVariable long id) {
        return answer(notes.note(id));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private Answer answer(BackPostingNote note) {
        return new Answer(
                note.id(),
                note.period(),
                note.state(),
                note.reason(),
                note.policyClause(),
                note.records().stream().map(Posting::of).toList(),
                notes.effect(note).stream().map(Effect::of).toList(),
                note.sha256(),
                note.raisedBy(),
                note.raisedAt(),
                note.decidedBy(),
                note.decidedAt(),
                note.decisionComment(),
                note.appliedAt(),
                note.refusal());
    }

    record Request(
            @Nullable String reason,
            @Nullable String policyClause,
            @NotNull List<@NotNull @Valid Named> records) {}

    /** A late posting by its file and line. */
    record Named(long source, long line) {}

    record Answer(
            long id,
            String period,
            BackPostingNote.State state,
            String reason,
            String policyClause,
            List<Posting> records,
            List<Effect> effect,
            String sha256,
            String raisedBy,
            Instant raisedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionComment,
            @Nullable Instant appliedAt,
            @Nullable String refusal) {}

    record Posting(
            long source,
            String file,
            long line,
            String account,
            String amount,
            String currency,
            String field,
            String value,
            @Nullable Instant at,
            String belongsTo) {

        static Posting of(LatePosting record) {
            return new Posting(
                    record.source(),
                    record.file(),
                    record.line(),
                    record.account(),
                    new Money(record.amount(), record.currency()).text(),
                    record.currency(),
                    record.field(),
                    record.value(),
                    record.at(),
                    record.belongsTo());
        }
    }

    /** What becomes of a line of the close. */
    record Effect(
            String account,
            String what,
            @Nullable String before,
            @Nullable String after,
            String change,
            String currency) {

        static Effect of(BackPostings.Effect effect) {
            var currency = effect.currency();
            return new Effect(
                    effect.account(),
                    effect.what(),
                    text(effect.before(), currency),
                    text(effect.after(), currency),
                    new Money(effect.change(), currency).text(),
                    currency);
        }

        private static @Nullable String text(@Nullable BigDecimal amount, String currency) {
            return amount == null ? null : new Money(amount, currency).text();
        }
    }
}
