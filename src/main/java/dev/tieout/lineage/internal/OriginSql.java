package dev.tieout.lineage.internal;

/** The rows behind a movement, of a close as it stands or of a published version. */
final class OriginSql {

    /** Lines at both ends as they are. */
    private static final String LIVE = """
            with line as (
                select 0 as place, subscription, product, mrr, currency, status, null::timestamptz as posted_at, source_id, line,
                       was_account, was_subscription, was_product, move_source, move_line
                from opening_line
                where close_id = :edition and account = :account
                union all
                select 1, subscription, product, mrr, currency, status, posted_at, source_id, line, null, null, null, null, null
                from billing_row
                where close_id = :edition and account = :account and not late
            """;

    /** Lines at both ends as they were kept when the version was published; an earlier version may have kept the same. */
    private static final String PUBLISHED = """
            with line as (
                select 0 as place, subscription, product, mrr, currency, status, null::timestamptz as posted_at, source_id, line,
                       was_account, was_subscription, was_product, move_source, move_line
                from evidence_opening
                where account = :account
                  and publication_id = (select kept_by from evidence_part where publication_id = :edition and part = 'OPENING')
                union all
                select 1, subscription, product, mrr, currency, status, posted_at, source_id, line, null, null, null, null, null
                from evidence_billing
                where account = :account and not late
                  and publication_id = (select kept_by from evidence_part where publication_id = :edition and part = 'BILLING')
            """;

    /**
     * The events of a close as they are run now.
     */
    private static final String LIVE_EVENTS = """
            ), happened as (
                select subscription, product, step, of_all, source_id, line, placed_at, stood_at, amount
                from event_run(:close, array[:account])
            """;

    /** As they were kept with the version; those of a version from before they were kept are run again. */
    private static final String PUBLISHED_EVENTS = """
            ), kept_events as (
                select kept_by from evidence_part where publication_id = :edition and part = 'EVENTS'
            ), happened as (
                select subscription, product, step, of_all, source_id, line, placed_at, stood_at, stands_at as amount
                from evidence_event
                where account = :account and publication_id = (select kept_by from kept_events)
                union all
                select subscription, product, step, of_all, source_id, line, placed_at, stood_at, amount
                from event_run(:close, array[:account])
                where not exists (select from kept_events)
            """;

    /**
     * Every row of every line: a sum's first row bears what the others leave of it; a line that events made has a row for each of them, if
     * the last is the one that the line names.
     */
    private static final String ROWS = """
            ), behind as (
                select * from line where :line = '' or line_name(subscription, product) = :line
            ), told as (
                select b.place, b.subscription, b.product, b.mrr, b.currency, b.status, e.placed_at as posted_at, e.source_id, b.line,
                       b.was_account, b.was_subscription, b.was_product, b.move_source, b.move_line, e.line as row_line, e.of_all as rows_of_sum, e.amount - e.stood_at as amount
                from behind b
                join happened e using (subscription, product)
                where b.place = 1
                  and exists (select from happened last
                              where last.step = last.of_all and last.source_id = b.source_id and last.line = b.line
                                and last.subscription = b.subscription and last.product = b.product)
            ), each_row as (
                select l.*, l.line as row_line, p.others + 1 as rows_of_sum,
                       case when p.others = 0 then l.mrr when p.known then l.mrr - p.amount end as amount
                from behind l
                cross join lateral (
                    select count(*) as others, bool_and(amount is not null) as known, sum(amount) as amount
                    from source_part where source_id = l.source_id and into_line = l.line) p
                where not exists (select from told t
                                  where t.place = l.place and t.subscription = l.subscription and t.product = l.product)
                union all
                select l.*, p.line, count(*) over (partition by p.source_id, p.into_line) + 1, p.amount
                from behind l
                join source_part p on p.source_id = l.source_id and p.into_line = l.line
                union all
                select * from told
            )
            """;

    /** One page of the rows, each with its file and the rejected row that it brings again. */
    private static final String PAGE = """
            select r.*, s.placed_by, s.kind, s.profile, s.file_name, s.sha256, s.imported_by, s.imported_at, s.state = 'SUPERSEDED' as superseded,
                   v.file_name as move_file, c.source_id as rejected_source, c.line as rejected_line, f.file_name as rejected_file,
                   x.row_text as rejected_text, x.reasons as rejected_reasons
            from (select * from each_row
                  order by place, subscription, product, source_id, row_line offset :offset limit :limit) r
            left join source s on s.id = r.source_id
            left join source v on v.id = r.move_source
            left join source_correction c on c.by_source = r.source_id and c.by_line = r.row_line
            left join source f on f.id = c.source_id
            left join lateral (
                select min(row_text) as row_text, string_agg(column_name || ': ' || reason, '; ' order by column_name) as reasons
                from source_reject where source_id = c.source_id and line = c.line) x on true
            order by r.place, r.subscription, r.product, r.source_id, r.row_line
            """;

    /** Rows that were held back as duplicates of some of these. */
    static final String REPEATS = """
            select d.first_source, d.first_line, d.source_id, d.line, s.file_name
            from source_duplicate d
            join source s on s.id = d.source_id
            join unnest(:sources::bigint[], :lines::bigint[]) as w (source, line)
                on d.first_source = w.source and d.first_line = w.line
            order by d.source_id, d.line
            """;

    /** Rejected rows in which the account is a cell of its own, of the files that count. */
    private static final String REJECTS = """
            select r.source_id, s.file_name, r.line, min(r.row_text) as row_text,
                   string_agg(r.column_name || ': ' || r.reason, '; ' order by r.column_name) as reasons,
                   min(c.by_source) as by_source, min(b.file_name) as by_file, min(c.by_line) as by_line
            from source s
            join source_reject r on r.source_id = s.id
            left join source_correction c on c.source_id = r.source_id and c.line = r.line
            left join source b on b.id = c.by_source
            where s.id in (FILES)
              and position(',' || :account || ',' in ',' || translate(r.row_text, '"', '') || ',') > 0
            group by r.source_id, s.file_name, r.line
            order by r.source_id, r.line
            limit :limit
            """;

    private static final String LIVE_FILES = "select id from source where close_id = :edition and state = 'ACCEPTED'";

    private static final String PUBLISHED_FILES =
            "select (record ->> 'id')::bigint from evidence_record where publication_id = :edition and kind = 'source'";

    /** The version whose balance the close opened with: the latest before its cohort was frozen last. */
    static final String LIVE_PREVIOUS = """
            select p.period, v.version
            from close c
            join close p on p.organisation = c.organisation and p.ends_on = c.starts_on
            join publication v on v.close_id = p.id
            where c.id = :edition
              and v.published_at <= (select max(at) from audit_entry
                                     where action = 'cohort-frozen' and subject = 'close/' || c.period)
            order by v.version desc limit 1
            """;

    static final String PUBLISHED_PREVIOUS = """
            select record ->> 'period' as period, (record ->> 'version')::int as version
            from evidence_record where publication_id = :edition and kind = 'previous'
            """;

    static final String KEPT = "select exists (select from evidence_part where publication_id = :edition)";

    private OriginSql() {}

    static String count(boolean published) {
        return lines(published) + "select count(*) from each_row";
    }

    static String page(boolean published) {
        return lines(published) + PAGE;
    }

    static String rejects(boolean published) {
        return REJECTS.replace("FILES", published ? PUBLISHED_FILES : LIVE_FILES);
    }

    private static String lines(boolean published) {
        return published ? PUBLISHED + PUBLISHED_EVENTS + ROWS : LIVE + LIVE_EVENTS + ROWS;
    }
}
