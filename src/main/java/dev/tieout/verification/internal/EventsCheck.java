package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.policy.MetricPolicy.Discounts;
import dev.tieout.publication.Publication.Status;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where events made the closing lines: what each line stood at when the period began and its events, run again one after the other, come
 * to its closing line.
 */
final class EventsCheck implements Check {

    /** Receipts of rows that a person put in place of what the events come to, or that came late from the period before. */
    private static final Set<String> NOTES = Set.of("correction-note", "back-posting-note", "late-postings");

    private static final Comparator<LineKey> BY_KEY =
            Comparator.comparing(LineKey::subscription).thenComparing(LineKey::product);

    private long events;
    private long carried;
    private long noted;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        if (pack.has(PackFile.EVENTS.path()) != pack.has(PackFile.AT_OPEN.path())) {
            throw Difference.damage(
                    "Of " + PackFile.EVENTS.path() + " and " + PackFile.AT_OPEN.path() + " the pack has only one.");
        }
        if (!pack.has(PackFile.EVENTS.path())) {
            return "none in the pack: the closing lines stand for themselves";
        }
        var notes = notes(pack);
        var openings = new OpeningAsBilled();
        boolean gross = pack.policy().choices().countedDiscounts() == Discounts.GROSS;
        boolean restated = pack.publication().publication().status() == Status.RESTATED;
        try (var accounts = Accounts.of(pack, PackFile.OPENING, PackFile.AT_OPEN, PackFile.EVENTS, PackFile.CLOSING)) {
            for (var account = accounts.next(); account != null; account = accounts.next()) {
                for (var line : lines(accounts, account)) {
                    openings.check(line);
                    check(line.run(!restated).counted(gross), line, notes);
                }
            }
        }
        return Words.count(events, "event") + " and the opening come to every closing line, " + Words.number(carried)
                + " carried without one, " + Words.number(noted) + " said by a note";
    }

    private static Set<Long> notes(Pack pack) throws IOException {
        var notes = new HashSet<Long>();
        try (var table = pack.rows(PackFile.RECEIPTS)) {
            for (var row = table.take(); row != null; row = table.take()) {
                if (NOTES.contains(row.key("profile"))) {
                    notes.add(row.whole("id"));
                }
            }
        }
        return notes;
    }

    private static List<EventedLine> lines(Accounts accounts, String account) {
        var lines = new TreeMap<LineKey, EventedLine>(BY_KEY);
        for (var row : accounts.rows(PackFile.OPENING, account)) {
            line(lines, account, row).opens(row);
        }
        for (var row : accounts.rows(PackFile.AT_OPEN, account)) {
            line(lines, account, row).begins(row);
        }
        for (var row : accounts.rows(PackFile.EVENTS, account)) {
            line(lines, account, row).happens(row);
        }
        for (var row : accounts.rows(PackFile.CLOSING, account)) {
            if (!row.flag("late")) {
                line(lines, account, row).closes(row);
            }
        }
        return List.copyOf(lines.values());
    }

    private static EventedLine line(Map<LineKey, EventedLine> lines, String account, Row row) {
        var key = new LineKey(row.key("subscription"), row.key("product"));
        return lines.computeIfAbsent(key, one -> new EventedLine(account, one.subscription(), one.product()));
    }

    private void check(Stand expected, EventedLine line, Set<Long> notes) {
        events += line.events().size();
        var closing = line.closing();
        if (notes.contains(closing.whole("source_id"))) {
            noted++;
            return;
        }
        line.checkOrigin();
        carried += line.events().isEmpty() ? 1 : 0;
        expected.compare(closing);
    }

    private record LineKey(String subscription, String product) {}
}
