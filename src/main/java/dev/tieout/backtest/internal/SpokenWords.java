package dev.tieout.backtest.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.BillingSystems;
import dev.tieout.terms.AccountStatus;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the words of a version's files would mean by another crosswalk, file by file. */
@Component
class SpokenWords {

    /** Files with lines in the version. */
    private static final String FILES = """
            select s.id, s.profile
            from source s
            where s.id in (select source_id from evidence_billing
                           where publication_id = (select kept_by from evidence_part
                                                   where publication_id = :publication and part = 'BILLING'))
            order by s.id
            """;

    private static final String GENERIC = "generic";

    private final RuleTables rules;
    private final BillingSystems systems;
    private final JdbcClient jdbc;

    SpokenWords(RuleTables rules, BillingSystems systems, JdbcClient jdbc) {
        this.rules = rules;
        this.systems = systems;
        this.jdbc = jdbc;
    }

    /** By file, of those that speak words. */
    Map<Long, Spoken> of(long publication, PinnedTable base, PinnedTable other) {
        var profiles = new HashMap<Long, String>();
        RowCallbackHandler each = row -> profiles.put(row.getLong("id"), row.getString("profile"));
        jdbc.sql(FILES).param("publication", publication).query(each);
        var bySystem = new HashMap<String, ChangedWords>();
        var spoken = new HashMap<Long, Spoken>();
        profiles.forEach((file, profile) -> systems.of(profile)
                .ifPresent(system -> spoken.put(
                        file,
                        new Spoken(
                                system,
                                bySystem.computeIfAbsent(
                                        system,
                                        name -> ChangedWords.between(words(base, name), words(other, name)))))));
        return spoken;
    }

    static PinnedTable base(PublishedPeriod period) {
        return VariantTables.base(RuleTables.STATUS_CROSSWALK, period);
    }

    /** A system that the crosswalk has no words of speaks the generic ones, as when its files come in. */
    private Map<String, AccountStatus> words(PinnedTable crosswalk, String system) {
        var words = rules.crosswalk(crosswalk, system);
        return words.isEmpty() ? rules.crosswalk(crosswalk, GENERIC) : words;
    }

    /** The billing system that a file speaks, and what changes in it. */
    record Spoken(String system, ChangedWords changed) {}
}
