package dev.tieout.publication.internal;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeRow;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures and movements of publications: copied once from those of the close, then read. */
@Repository
class PublishedFigures {

    private static final String AMOUNTS = """
            dimension, slice, opening, new, reactivation, expansion, contraction, churn, fx, closing, cohort_accounts,
            retained_accounts, new_accounts, reactivated_accounts, expanded_accounts, contracted_accounts, churned_accounts,
            excluded_accounts
            """;

    private static final String MOVEMENT = """
            account, line, opening, closing, gross_up, gross_down, fx, class, reason, rule_table, rule_version, rule_row,
            overridden_by, override_comment, excluded_by, exclusion_reason, exclusion_comment, attributes,
            status, review, rule_class, rule_reason, overridden_at, excluded_at, last_active
            """;

    /** The bridge as computed last, in total and per slice. */
    private static final String COPY_FIGURES = "insert into publication_figure (organisation, publication_id, "
            + AMOUNTS + ") select organisation, :publication, " + AMOUNTS + " from figure where close_id = :close";

    /** The movements that the figures sum up, with the accounts' names as they are now. */
    private static final String COPY_MOVEMENTS = "insert into publication_movement (organisation, publication_id, "
            + MOVEMENT + ", account_name) select m.organisation, :publication, " + MOVEMENT + ", name from movement m"
            + " left join (select account, name from account) a using (account) where close_id = :close";

    private static final String SLICES = "select " + AMOUNTS
            + " from publication_figure where publication_id = ? and dimension = ? order by opening desc, slice collate \"C\"";

    private static final String CARRIED = "select exists (select from publication_movement"
            + " where publication_id = ? and jsonb_exists(attributes, ?))";

    /** The bridge by any attribute, from the published movements, as the figures are computed. */
    private static final String BY_ATTRIBUTE = """
            select :dimension as dimension, coalesce(attributes ->> :dimension, '') collate "C" as slice,
                   coalesce(sum(opening) filter (where counted), 0) as opening,
                   coalesce(sum(net) filter (where counted and class = 'NEW'), 0) as new,
                   coalesce(sum(net) filter (where counted and class = 'REACTIVATION'), 0) as reactivation,
                   coalesce(sum(net) filter (where counted and class = 'EXPANSION'), 0) as expansion,
                   coalesce(-sum(net) filter (where counted and class = 'CONTRACTION'), 0) as contraction,
                   coalesce(-sum(net) filter (where counted and class = 'CHURN'), 0) as churn,
                   coalesce(sum(fx) filter (where counted), 0) as fx,
                   coalesce(sum(closing) filter (where counted), 0) as closing,
                   count(distinct account) filter (where counted and opening > 0) as cohort_accounts,
                   count(distinct account) filter (where counted and opening > 0 and stays) as retained_accounts,
                   count(distinct account) filter (where counted and class = 'NEW') as new_accounts,
                   count(distinct account) filter (where counted and class = 'REACTIVATION') as reactivated_accounts,
                   count(distinct account) filter (where counted and class = 'EXPANSION') as expanded_accounts,
                   count(distinct account) filter (where counted and class = 'CONTRACTION') as contracted_accounts,
                   count(distinct account) filter (where counted and class = 'CHURN') as churned_accounts,
                   count(distinct account) filter (where not counted) as excluded_accounts
            from (select *, closing - opening - fx as net, excluded_by is null as counted,
                         sum(closing) over (partition by account) > 0 as stays
                  from publication_movement where publication_id = :publication) m
            group by 2 order by 3 desc, 2
            """;

    private final JdbcClient jdbc;

    PublishedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void copy(long closeId, long publication) {
        for (var statement : List.of(COPY_FIGURES, COPY_MOVEMENTS)) {
            jdbc.sql(statement)
                    .param("close", closeId)
                    .param("publication", publication)
                    .update();
        }
    }

    Bridge total(long publication) {
        return slices(publication, "").getFirst();
    }

    /** Slices of a dimension that was computed with the version; empty for any other. */
    List<Bridge> slices(long publication, String dimension) {
        return jdbc.sql(SLICES)
                .params(publication, dimension)
                .query(BridgeRow::bridge)
                .list();
    }

    /** Whether any movement of the version has the attribute. */
    boolean carried(long publication, String attribute) {
        return jdbc.sql(CARRIED)
                .params(publication, attribute)
                .query(Boolean.class)
                .single();
    }

    List<Bridge> byAttribute(long publication, String attribute) {
        return jdbc.sql(BY_ATTRIBUTE)
                .param("dimension", attribute)
                .param("publication", publication)
                .query(BridgeRow::bridge)
                .list();
    }
}
