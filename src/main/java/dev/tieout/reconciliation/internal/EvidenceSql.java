package dev.tieout.reconciliation.internal;

/** What is known of one account of a close, a query for each sort of fact: what {@link Differences} gathers for all, with its rows. */
final class EvidenceSql {

    /** In which legs the account stands, and in which currencies others than this one. */
    static final String STANDING = """
            with report as (select exists (select from retained_row where close_id = :close) as given),
            billed as (select distinct currency from billing_row where close_id = :close and account = :account and not late),
            posted as (select distinct currency from ledger_row
                       where organisation = (select current_organisation()) and period = :period and account = :account
                         and (:monthly or posted_on >= :last_month)),
            retained as (select distinct currency from retained_row where close_id = :close and account = :account
                         union select currency from billed where not (select given from report)
                         union select :reporting from movement m
                         where not (select given from report) and m.close_id = :close and m.account = :account
                           and not exists (select from billed))
            select exists (select from billed where currency = :currency) as in_billing,
                   exists (select from posted where currency = :currency) as in_ledger,
                   exists (select from retained where currency = :currency) as in_retained,
                   (select string_agg(distinct currency, ', ' order by currency)
                    from (table billed union all table posted union all table retained) leg where currency <> :currency) as others,
                   (select case when :currency = :reporting then 1 else max(opening) end
                    from rate where close_id = :close and currency = :currency) as rate
            """;

    /** Postings of the period and of those around it, the first of each, with the sum of all. */
    static final String POSTINGS = """
            select p.*, s.file_name from (
                select period, entry_id as id, posted_on, amount, late, source_id, line, gl_account as text,
                       sum(amount) over (partition by period) as total, count(*) over (partition by period) as rows,
                       row_number() over (partition by period order by posted_on, entry_id) as place
                from ledger_row
                where organisation = (select current_organisation()) and account = :account and currency = :currency
                  and period in (:period, :previous, :next)
            ) p left join source s on s.id = p.source_id
            where place <= :rows order by period, place
            """;

    /** Rows that an import of the close rejected and that name the account in a cell. */
    static final String REJECTS = """
            select null as period, r.column_name as id, null::date as posted_on, null::numeric as amount, s.file_name, r.line,
                   r.reason as text
            from source s join source_reject r on r.source_id = s.id
            where s.close_id = :close and s.state = 'ACCEPTED' and s.kind <> 'ACCOUNTS'
              and :account in (select trim(both ' "' from cell) from unnest(string_to_array(r.row_text, ',')) cell)
            order by s.id, r.line limit :rows
            """;

    /** Second copies that were reported for the account and counted once. */
    static final String DUPLICATES = """
            select null as period, d.key as id, null::date as posted_on, null::numeric as amount, s.file_name, d.line,
                   'first on line ' || d.first_line as text
            from source s join source_duplicate d on d.source_id = s.id
            where s.close_id = :close and s.state = 'ACCEPTED'
              and (s.kind in ('BILLING', 'RETAINED') and :account = any (string_to_array(d.key, ' / '))
                   or s.kind = 'LEDGER' and exists (select from ledger_row l
                       where l.organisation = s.organisation and l.entry_id = d.key and l.account = :account))
            order by s.id, d.line limit :rows
            """;

    static final String DECISIONS = """
            select null as period, lower(kind) as id, null::date as posted_on, null::numeric as amount, null as file_name, 0 as line,
                   person || ': ' || comment as text
            from movement_decision where close_id = :close and account = :account order by decided_at limit :rows
            """;

    /** What recurred at open, the discounts at both ends, and whether a renewal is late. */
    static final String BILLED = """
            select coalesce((select sum(mrr) from opening_line
                             where close_id = :close and account = :account and currency = :currency), 0) as opened,
                   coalesce((select sum(discount) from opening_line where close_id = :close and account = :account), 0) as before,
                   coalesce(sum(discount), 0) as now, coalesce(bool_or(status = 'RENEWAL_PENDING'), false) as renewal
            from billing_row where close_id = :close and account = :account and not late
            """;

    private EvidenceSql() {}
}
