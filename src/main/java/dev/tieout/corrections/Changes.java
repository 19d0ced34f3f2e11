package dev.tieout.corrections;

import dev.tieout.corrections.Change.Line;
import dev.tieout.corrections.ChangesRefused.Fault;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The written form of changes: an object for each, its {@code kind} first. Whatever form they come in, they are checked here. */
public final class Changes {

    /** The kinds in the order in which they are offered. */
    public static final List<String> KINDS =
            List.of("billed-line", "opening-line", "override", "exclude", "include", "ledger-posting");

    private static final int MOST = 200;
    private static final List<String> LINE =
            List.of("subscription", "product", "mrr", "currency", "status", "quantity", "discount");
    private static final Set<AccountStatus> NOT_WRITTEN = Set.of(AccountStatus.ABSENT);
    private static final Set<MovementClass> NO_DECISION = Set.of(MovementClass.UNCLASSIFIED);

    private Changes() {}

    /**
     * Reads changes.
     *
     * @throws ChangesRefused with every fault of every one of them
     */
    public static List<Change> read(List<? extends Map<String, ?>> written) {
        var faults = new ArrayList<Fault>();
        var changes = new ArrayList<Change>();
        if (written.isEmpty() || written.size() > MOST) {
            faults.add(Fault.ofNote(
                    "A correction holds between 1 and " + MOST + " changes; this one holds " + written.size() + "."));
        }
        for (int at = 0; at < Math.min(written.size(), MOST); at++) {
            var cells = new ChangeCells(at + 1, written.get(at), faults);
            var change = read(cells);
            if (change != null) {
                changes.add(change);
            }
        }
        if (!faults.isEmpty()) {
            throw new ChangesRefused(faults);
        }
        return List.copyOf(changes);
    }

    private static @Nullable Change read(ChangeCells cells) {
        var kind = cells.text("kind", 20);
        return switch (kind) {
            case "billed-line" -> billed(cells);
            case "opening-line" -> opening(cells);
            case "override" -> override(cells);
            case "exclude" -> {
                cells.only("account", "reason");
                var change = new Change.Exclude(cells.account(), cells.text("reason", ChangeCells.LONGEST_ID));
                yield cells.isWhole() ? change : null;
            }
            case "include" -> {
                cells.only("account", "reason");
                var change = new Change.Include(cells.account(), cells.text("reason", ChangeCells.LONGEST_ID));
                yield cells.isWhole() ? change : null;
            }
            case "ledger-posting" -> posting(cells);
            default -> {
                if (!kind.isEmpty()) {
                    cells.fault("kind", "is none of " + String.join(", ", KINDS));
                }
                yield null;
            }
        };
    }

    private static @Nullable Change billed(ChangeCells cells) {
        var account = cells.account();
        var line = line(cells);
        return line == null ? null : new Change.BilledLine(account, line);
    }

    private static @Nullable Change opening(ChangeCells cells) {
        var account = cells.account();
        var line = line(cells);
        return line == null ? null : new Change.OpeningLine(account, line);
    }

    private static @Nullable Line line(ChangeCells cells) {
        cells.only(Stream.concat(Stream.of("account"), LINE.stream()).toArray(String[]::new));
        var mrr = cells.amount("mrr", false);
        var status = cells.word("status", AccountStatus.class, NOT_WRITTEN);
        var line = new Line(
                cells.textOrEmpty("subscription"),
                cells.textOrEmpty("product"),
                mrr,
                cells.currency(),
                status == null ? AccountStatus.ACTIVE : status,
                cells.amountOrNull("quantity"),
                cells.amountOrNull("discount"));
        return cells.isWhole() ? line : null;
    }

    private static @Nullable Change override(ChangeCells cells) {
        cells.only("account", "line", "class", "reason");
        var account = cells.account();
        var line = cells.textOrEmpty("line");
        var movementClass = cells.word("class", MovementClass.class, NO_DECISION);
        var reason = cells.word("reason", Reason.class, Set.of());
        return movementClass == null || reason == null || !cells.isWhole()
                ? null
                : new Change.Reclassification(account, line, movementClass, reason);
    }

    private static @Nullable Change posting(ChangeCells cells) {
        cells.only("entryId", "account", "postedOn", "amount", "currency", "glAccount");
        var entry = cells.text("entryId", ChangeCells.LONGEST_ID);
        var account = cells.account();
        var on = cells.date("postedOn");
        var amount = cells.amount("amount", true);
        var currency = cells.currency();
        var ledger = cells.textOrEmpty("glAccount");
        return on == null || !cells.isWhole()
                ? null
                : new Change.LedgerPosting(entry, account, on, amount, currency, ledger.isEmpty() ? null : ledger);
    }

    /** A change as an object, money as text; reading it gives the same change. */
    public static Map<String, Object> write(Change change) {
        var written = new LinkedHashMap<String, Object>();
        written.put("kind", change.kind());
        switch (change) {
            case Change.BilledLine billed -> {
                written.put("account", billed.account());
                put(written, billed.line());
            }
            case Change.OpeningLine opening -> {
                written.put("account", opening.account());
                put(written, opening.line());
            }
            case Change.Reclassification override -> {
                written.put("account", override.account());
                written.put("line", override.line());
                written.put("class", override.movementClass().name());
                written.put("reason", override.reason().name());
            }
            case Change.Exclude(var account, var reason) -> {
                written.put("account", account);
                written.put("reason", reason);
            }
            case Change.Include(var account, var reason) -> {
                written.put("account", account);
                written.put("reason", reason);
            }
            case Change.LedgerPosting posting -> {
                written.put("entryId", posting.entryId());
                written.put("account", posting.account());
                written.put("postedOn", posting.postedOn().toString());
                written.put("amount", posting.amount().toPlainString());
                written.put("currency", posting.currency());
                if (posting.glAccount() != null) {
                    written.put("glAccount", posting.glAccount());
                }
            }
        }
        return written;
    }

    /** Adds a line's own values to an object. */
    public static void put(Map<String, Object> written, Line line) {
        written.put("subscription", line.subscription());
        written.put("product", line.product());
        written.put("mrr", line.mrr().toPlainString());
        written.put("currency", line.currency());
        written.put("status", line.status().name());
        if (line.quantity() != null) {
            written.put("quantity", line.quantity().toPlainString());
        }
        if (line.discount() != null) {
            written.put("discount", line.discount().toPlainString());
        }
    }
}
