package dev.tieout.metrics.internal;

/** The sums that figures are made of. */
final class FigureSql {

    /**
     * One row for each account, so that accounts count once whatever the grain. Class amounts are without FX, which stands alone. An
     * account belongs to the cohort when it opens above nothing and is retained when it closes above nothing, by any line.
     */
    private static final String PER_ACCOUNT = """
            with per_account as (
                select account, %s, bool_or(excluded_by is not null) as out,
                       sum(opening) as opening, sum(closing) as closing, sum(fx) as fx,
                       sum(closing - fx - opening) filter (where class = 'NEW') as new,
                       sum(closing - fx - opening) filter (where class = 'REACTIVATION') as reactivation,
                       sum(closing - fx - opening) filter (where class = 'EXPANSION') as expansion,
                       sum(opening - closing + fx) filter (where class = 'CONTRACTION') as contraction,
                       sum(opening - closing + fx) filter (where class = 'CHURN') as churn
                from %s
                group by account, 2%s
            )
            """;

    private static final String OF_CLOSE = "movement where close_id = :close";

    private static final String SUMS = """
            coalesce(sum(opening) filter (where not out), 0) as opening,
            coalesce(sum(new) filter (where not out), 0) as new,
            coalesce(sum(reactivation) filter (where not out), 0) as reactivation,
            coalesce(sum(expansion) filter (where not out), 0) as expansion,
            coalesce(sum(contraction) filter (where not out), 0) as contraction,
            coalesce(sum(churn) filter (where not out), 0) as churn,
            coalesce(sum(fx) filter (where not out), 0) as fx,
            coalesce(sum(closing) filter (where not out), 0) as closing,
            count(*) filter (where not out and opening > 0) as cohort_accounts,
            count(*) filter (where not out and opening > 0 and closing > 0) as retained_accounts,
            count(*) filter (where not out and new is not null) as new_accounts,
            count(*) filter (where not out and reactivation is not null) as reactivated_accounts,
            count(*) filter (where not out and expansion is not null) as expanded_accounts,
            count(*) filter (where not out and contraction is not null) as contracted_accounts,
            count(*) filter (where not out and churn is not null) as churned_accounts,
            count(*) filter (where out) as excluded_accounts
            """;

    static final String DELETE = "delete from figure where close_id = ?";

    /** The total and the slices of every standing dimension, in one pass over the accounts. */
    static final String COMPUTE = PER_ACCOUNT.formatted(
                    "coalesce(attributes->>'segment', '') as segment, coalesce(attributes->>'csm', '') as csm,"
                            + " coalesce(attributes->>'start_year', '') as start_year",
                    OF_CLOSE,
                    ", 3, 4")
            + """
            insert into figure (organisation, close_id, dimension, slice,
                opening, new, reactivation, expansion, contraction, churn, fx, closing,
                cohort_accounts, retained_accounts, new_accounts, reactivated_accounts,
                expanded_accounts, contracted_accounts, churned_accounts, excluded_accounts)
            select current_organisation(), :close,
                   case when grouping(segment) = 0 then 'segment' when grouping(csm) = 0 then 'csm'
                        when grouping(start_year) = 0 then 'start_year' else '' end,
                   coalesce(segment, csm, start_year, ''),
            """ + SUMS + "from per_account group by grouping sets ((), (segment), (csm), (start_year))";

    /** The slices of one attribute, straight from the movements. */
    static final String ON_DEMAND =
            PER_ACCOUNT.formatted("coalesce(attributes->>(:dimension::text), '') as slice", OF_CLOSE, "")
                    + "select :dimension::text as dimension, slice, " + SUMS
                    + "from per_account group by slice order by opening desc, slice";

    /** Whether the total as computed last is the sum of the movements as they are now. */
    static final String CURRENT =
            PER_ACCOUNT.formatted("'' as slice", OF_CLOSE, "") + """
            select exists (select from figure where close_id = :close and dimension = '' and slice = '')
               and not exists (
                   select opening, new, reactivation, expansion, contraction, churn, fx, closing, cohort_accounts,
                          retained_accounts, new_accounts, reactivated_accounts, expanded_accounts, contracted_accounts,
                          churned_accounts, excluded_accounts
                   from figure where close_id = :close and dimension = '' and slice = ''
                   except
                   select
            """ + SUMS + " from per_account)";

    /** The total of movements that stand elsewhere than in a close. */
    static String total(String movements) {
        return PER_ACCOUNT.formatted("'' as slice", movements, "") + "select '' as dimension, '' as slice, " + SUMS
                + " from per_account";
    }

    static final String STORED =
            "select * from figure where close_id = ? and dimension = ? order by opening desc, slice";

    static final String ALL = "select * from figure where close_id = ?";

    static final String DIMENSIONS =
            "select distinct dimension from figure where close_id = ? and dimension <> '' order by dimension";

    private FigureSql() {}
}
