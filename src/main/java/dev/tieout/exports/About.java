package dev.tieout.exports;

import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an export holds and where it comes from, so that its reader can check that it is whole: every file of one version says the same.
 *
 * @param file what the file about it is called, next to the CSV's own name
 * @param what {@code report} or {@code movements}
 * @param source where the rows come from
 * @param logic what decided and computed them
 * @param parameters what was asked for, by name
 * @param rows rows below the header of the CSV form
 * @param sums by column of the CSV form, exact, in {@code currency}
 * @param columns of the CSV form, in their order
 */
public record About(
        String file,
        String what,
        String organisation,
        String period,
        int version,
        Publication.Status status,
        String currency,
        Instant publishedAt,
        String source,
        String logic,
        Map<String, String> parameters,
        long rows,
        Map<String, String> sums,
        List<String> columns,
        Stamps stamps) {}
