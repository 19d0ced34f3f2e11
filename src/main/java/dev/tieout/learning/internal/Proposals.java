package dev.tieout.learning.internal;

import dev.tieout.learning.ProposedRow;
import dev.tieout.learning.ProposedRow.Answer;
import dev.tieout.learning.ProposedRow.Others;
import dev.tieout.learning.ProposedRow.Placement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** From what was observed in a close to the rows that its overrides propose. Knows no database and no table but by its cells. */
final class Proposals {

    private static final int ID_LENGTH = 12;

    private Proposals() {}

    /**
     * The proposals, those first that would have spared most overrides less what else they move.
     *
     * @param cells what a row asks, by column; of row 0 nothing
     * @param review which rows mark what they take for review
     */
    static List<ProposedRow> from(
            List<Observation> observations, IntFunction<Map<String, String>> cells, IntFunction<Boolean> review) {
        return Group.of(observations).stream()
                .map(group -> proposed(LearnedRow.of(group, cells.apply(group.row())), observations, review))
                .sorted(Comparator.comparingLong((ProposedRow row) -> row.unnecessary() - row.alsoMoved())
                        .reversed()
                        .thenComparingLong(ProposedRow::alsoMoved)
                        .thenComparing(ProposedRow::id))
                .toList();
    }

    private static ProposedRow proposed(LearnedRow row, List<Observation> observations, IntFunction<Boolean> review) {
        var group = row.group();
        var spared = row.taking(observations.stream()
                .filter(one -> one.row() == group.row() && one.isOverriddenTo(group.to()))
                .toList());
        var taken = row.taking(group.others());
        boolean marks = review.apply(group.row());
        return new ProposedRow(
                id(row, marks),
                row.placement(),
                group.row(),
                row.cells(),
                row.learned(),
                group.from(),
                group.to(),
                marks,
                spared.stream().mapToLong(Observation::movements).sum(),
                sum(spared),
                Tally.largest(
                        spared.stream().flatMap(one -> one.examples().stream()).toList()),
                others(taken, group.to()),
                taken.stream()
                        .filter(one -> one.chosen() != null)
                        .mapToLong(Observation::movements)
                        .sum(),
                List.of());
    }

    /** What nobody overrode and would be decided otherwise, by what was said of it, the largest part first. */
    private static List<Others> others(List<Observation> taken, Answer to) {
        Map<Answer, List<Observation>> byAnswer = new LinkedHashMap<>();
        taken.stream()
                .filter(one -> one.chosen() == null && !one.ruled().equals(to))
                .forEach(one -> byAnswer.computeIfAbsent(one.ruled(), _ -> new ArrayList<>())
                        .add(one));
        return byAnswer.entrySet().stream()
                .map(entry -> others(entry.getKey(), to, entry.getValue()))
                .sorted(Comparator.comparing(Others::amount).reversed())
                .toList();
    }

    private static Others others(Answer from, Answer to, List<Observation> some) {
        return new Others(
                from,
                to,
                some.stream().mapToLong(Observation::movements).sum(),
                sum(some),
                Tally.largest(
                        some.stream().flatMap(one -> one.examples().stream()).toList()));
    }

    private static BigDecimal sum(List<Observation> some) {
        return some.stream().map(Observation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String id(LearnedRow row, boolean marks) {
        var group = row.group();
        Placement placement = row.placement();
        String said = placement + "\n" + group.row() + "\n" + row.cells() + "\n" + group.to() + "\n" + marks;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
