package dev.tieout.backtest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.StatusWord;
import dev.tieout.backtest.TestedPeriod;
import dev.tieout.backtest.Transition;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.publication.Publication.Status;
import dev.tieout.terms.Money;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A back-test as the API shows it.
 *
 * @param done how many of {@code periods} are done
 * @param trouble why it failed
 * @param stale another version of some period has been published since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BackTestAnswer(
        long id,
        String table,
        int version,
        String sha256,
        BackTest.State state,
        long done,
        @Nullable String trouble,
        boolean stale,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        List<Period> periods,
        List<Moves> transitions,
        List<Word> words) {

    static BackTestAnswer of(BackTest test, List<Transition> transitions, List<StatusWord> words) {
        return new BackTestAnswer(
                test.id(),
                test.version().table(),
                test.version().version(),
                test.sha256(),
                test.state(),
                test.done(),
                test.trouble(),
                test.stale(),
                test.requestedBy(),
                test.requestedAt(),
                test.finishedAt(),
                test.periods().stream().map(Period::of).toList(),
                transitions.stream().map(Moves::of).toList(),
                words.stream().map(Word::of).toList());
    }

    private static String text(BigDecimal amount, String currency) {
        return new Money(amount, currency).text();
    }

    /**
     * One published period.
     *
     * @param version of its report
     * @param baseVersion the version of the table that it was published with
     * @param notReplayed why it could not be decided again
     * @param bridge each line that comes out otherwise
     * @param breaches the bridge would not add up, and a close by this version would stop there
     * @param changed movements, or variances, that get another class or cause
     * @param changedAmount the sum of their amounts without their signs
     * @param overridden movements on which a person's decision stands
     * @param overrideDiffers those among them of which the table would now say otherwise than it did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Period(
            String period,
            int version,
            Status status,
            int baseVersion,
            boolean done,
            @Nullable String notReplayed,
            String currency,
            Change nrr,
            Change grr,
            Map<String, Change> bridge,
            boolean breaches,
            @Nullable Long decided,
            @Nullable Long changed,
            @Nullable Long changedAccounts,
            @Nullable String changedAmount,
            @Nullable Long reasonChanges,
            @Nullable Long overridden,
            @Nullable Long overrideDiffers,
            @Nullable Long undecided) {

        static Period of(TestedPeriod period) {
            var tally = period.tally();
            return new Period(
                    period.period(),
                    period.version(),
                    period.status(),
                    period.baseVersion(),
                    period.done(),
                    period.notReplayed(),
                    period.currency(),
                    Change.of(period.nrrBefore(), period.nrrAfter()),
                    Change.of(period.grrBefore(), period.grrAfter()),
                    bridge(period.published(), period.replayed(), period.currency()),
                    period.breaches(),
                    tally == null ? null : tally.decided(),
                    tally == null ? null : tally.changed(),
                    tally == null ? null : tally.changedAccounts(),
                    tally == null ? null : text(tally.changedAmount(), period.currency()),
                    tally == null ? null : tally.reasonChanges(),
                    tally == null ? null : tally.overridden(),
                    tally == null ? null : tally.overrideDiffers(),
                    tally == null ? null : tally.undecided());
        }

        private static Map<String, Change> bridge(Bridge before, @Nullable Bridge after, String currency) {
            var lines = new LinkedHashMap<String, Change>();
            for (var line : BridgeLine.values()) {
                if (after != null && line.of(before).compareTo(line.of(after)) != 0) {
                    lines.put(line.slug(), new Change(text(line.of(before), currency), text(line.of(after), currency)));
                }
            }
            return lines;
        }
    }

    /** Null without a base. */
    record Change(@Nullable String before, @Nullable String after) {
        static Change of(Optional<Ratio> before, Optional<Ratio> after) {
            return new Change(decimal(before), decimal(after));
        }

        private static @Nullable String decimal(Optional<Ratio> ratio) {
            return ratio.map(known -> known.decimal().toPlainString()).orElse(null);
        }
    }

    /** All that goes from one class or cause to another. */
    record Moves(String from, String to, long changes, long accounts, String amount, String currency) {
        static Moves of(Transition transition) {
            return new Moves(
                    transition.was(),
                    transition.becomes(),
                    transition.changes(),
                    transition.accounts(),
                    text(transition.amount(), transition.currency()),
                    transition.currency());
        }
    }

    /** A status word that would mean something else. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Word(
            String period,
            String billingSystem,
            String word,
            @Nullable String from,
            @Nullable String to,
            StatusWord.Told told,
            long lines,
            @Nullable String amount,
            @Nullable String currency) {
        static Word of(StatusWord word) {
            boolean read = !word.currency().isEmpty();
            return new Word(
                    word.period(),
                    word.billingSystem(),
                    word.word(),
                    word.was(),
                    word.becomes(),
                    word.told(),
                    word.lines(),
                    read ? text(word.amount(), word.currency()) : null,
                    read ? word.currency() : null);
        }
    }

    /** One movement or variance that would come out otherwise. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Account(
            String period,
            String account,
            @Nullable String name,
            String line,
            String from,
            String to,
            @Nullable String fromReason,
            @Nullable String toReason,
            int fromRow,
            int toRow,
            String fromAmount,
            String amount,
            String currency) {
        static Account of(dev.tieout.backtest.Change change) {
            return new Account(
                    change.period(),
                    change.account(),
                    change.name(),
                    change.line(),
                    change.was(),
                    change.becomes(),
                    change.wasReason(),
                    change.becomesReason(),
                    change.wasRow(),
                    change.becomesRow(),
                    text(change.wasAmount(), change.currency()),
                    text(change.amount(), change.currency()),
                    change.currency());
        }
    }
}
