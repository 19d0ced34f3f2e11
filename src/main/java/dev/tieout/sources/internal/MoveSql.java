package dev.tieout.sources.internal;

/** The statements that bring a close under the ids that accounts and lines moved to. */
final class MoveSql {

    /** Whether a move has taken effect by the close, or one that had was taken back. */
    static final String ANY = """
            select exists (select from account_move m join close c on c.id = :close where m.starts_on <= c.starts_on)
                or exists (select from opening_line where close_id = :close and was_account is not null)
                or exists (select from close c join ledger_row l on l.organisation = c.organisation and l.period = c.period
                           where c.id = :close and l.was_account is not null)
                or exists (select from retained_row where close_id = :close and was_account is not null)
            """;

    /**
     * Where each opening line goes: of the moves that name it the most particular counts. A line is blocked where another goes to the same
     * ids, or bears them.
     */
    static final String WISHED = """
            opened as (
                select coalesce(o.was_account, o.account) as account, coalesce(o.was_subscription, o.subscription) as subscription,
                       coalesce(o.was_product, o.product) as product,
                       o.account as now_account, o.subscription as now_subscription, o.product as now_product,
                       o.move_source, o.move_line
                from opening_line o where o.close_id = :close
            ), named as (
                select distinct on (o.account, o.subscription, o.product)
                       o.account, o.subscription, o.product, m.new_account,
                       case m.new_subscription when '' then o.subscription else m.new_subscription end as new_subscription,
                       case m.new_product when '' then o.product else m.new_product end as new_product, m.source_id, m.line
                from opened o
                join moves m on m.old_account = o.account and m.old_subscription in ('', o.subscription)
                             and m.old_product in ('', o.product)
                order by o.account, o.subscription, o.product, m.old_subscription <> '' desc, m.old_product <> '' desc
            ), wished as (
                select n.*, count(*) over (partition by new_account, new_subscription, new_product) > 1
                            or exists (select from opened t
                                       where (t.account, t.subscription, t.product) = (n.new_account, n.new_subscription, n.new_product)
                                         and (t.account, t.subscription, t.product) <> (n.account, n.subscription, n.product))
                            as blocked
                from named n
            )
            """;

    /** The moves of the close's own period. */
    private static final String MOVES = """
            with moves as (
                select old_account, old_subscription, old_product, new_account, new_subscription, new_product, source_id, line
                from account_move where effective_from = :period
            ),
            """ + WISHED;

    static final String RENAMED = """
            create temp table renamed (
                now_account text, now_subscription text, now_product text, account text, subscription text, product text,
                was_account text, was_subscription text, was_product text, move_source bigint, move_line bigint,
                mrr numeric, currency text, status text, quantity numeric, discount numeric, source_id bigint, line bigint
            ) on commit drop
            """;

    /** Lines whose ids, or the move that gave them, are no longer what they should be. */
    static final String RENAME = MOVES + """
            , due as (
                select o.*, w.new_account is not null and not w.blocked as moved, w.new_account, w.new_subscription, w.new_product,
                       w.source_id as by_source, w.line as by_line
                from opened o left join wished w using (account, subscription, product)
            )
            insert into renamed
            select d.now_account, d.now_subscription, d.now_product,
                   case when d.moved then d.new_account else d.account end,
                   case when d.moved then d.new_subscription else d.subscription end,
                   case when d.moved then d.new_product else d.product end,
                   case when d.moved then d.account end, case when d.moved then d.subscription end,
                   case when d.moved then d.product end,
                   case when d.moved then d.by_source end, case when d.moved then d.by_line end,
                   l.mrr, l.currency, l.status, l.quantity, l.discount, l.source_id, l.line
            from due d
            join opening_line l on l.close_id = :close and l.account = d.now_account and l.subscription = d.now_subscription
                                and l.product = d.now_product
            where (d.now_account, d.now_subscription, d.now_product)
                  <> (case when d.moved then d.new_account else d.account end,
                      case when d.moved then d.new_subscription else d.subscription end,
                      case when d.moved then d.new_product else d.product end)
               or (d.move_source, d.move_line) is distinct from
                  (case when d.moved then d.by_source end, case when d.moved then d.by_line end)
            """;

    static final String TAKE_OUT = """
            delete from opening_line o using renamed r
            where o.close_id = :close and o.account = r.now_account and o.subscription = r.now_subscription
              and o.product = r.now_product
            """;

    static final String PUT_BACK = """
            insert into opening_line (organisation, close_id, account, subscription, product, mrr, currency, status, quantity, discount,
                                      source_id, line, was_account, was_subscription, was_product, move_source, move_line)
            select current_organisation(), :close, account, subscription, product, mrr, currency, status, quantity, discount,
                   source_id, line, was_account, was_subscription, was_product, move_source, move_line
            from renamed
            """;

    /** What is known of an account is known of its new id too, until a file of accounts says more. */
    static final String ACCOUNTS = """
            insert into account (organisation, account, name, parent, started_on, first_active_on, churned_on, attributes,
                                 first_source_id, source_id, line)
            select distinct on (m.new_account) current_organisation(), m.new_account,
                   case when a.name = a.account then m.new_account else a.name end, a.parent, a.started_on, a.first_active_on,
                   a.churned_on, a.attributes, m.source_id, m.source_id, m.line
            from account_move m
            join account a on a.account = m.old_account
            where m.effective_from = :period and m.new_account <> m.old_account
            order by m.new_account, m.source_id, m.line
            on conflict (organisation, account) do update
            set attributes = excluded.attributes || account.attributes,
                started_on = coalesce(account.started_on, excluded.started_on),
                first_active_on = least(account.first_active_on, excluded.first_active_on)
            where account.attributes is distinct from excluded.attributes || account.attributes
               or account.started_on is null and excluded.started_on is not null
               or account.first_active_on is distinct from least(account.first_active_on, excluded.first_active_on)
            """;

    /** Postings of the period under an account's former id. */
    static final String LEDGER = """
            update ledger_row l
            set account = coalesce(a.goes_by, d.came_as),
                was_account = case when a.goes_by is not null then d.came_as end
            from (select organisation, entry_id, coalesce(was_account, account) as came_as from ledger_row
                  where period = :period) d
            left join account_alias(:close) a on a.account = d.came_as
            where l.organisation = d.organisation and l.entry_id = d.entry_id
              and l.account <> coalesce(a.goes_by, d.came_as)
            """;

    /** Balances under an account's former id, unless its new one has one of its own; of accounts that become one the first. */
    static final String RETAINED = """
            update retained_row r
            set account = d.goes_as, was_account = case when d.goes_as <> d.came_as then d.came_as end
            from (select f.*, row_number() over (partition by goes_as, currency order by came_as) as place
                  from (select c.account, c.currency, c.came_as, coalesce(a.goes_by, c.came_as) as goes_as
                        from (select account, currency, coalesce(was_account, account) as came_as from retained_row
                              where close_id = :close) c
                        left join account_alias(:close) a on a.account = c.came_as) f
                  where account <> goes_as) d
            where r.close_id = :close and r.account = d.account and r.currency = d.currency and d.place = 1
              and not exists (select from retained_row o
                              where o.close_id = :close and o.currency = d.currency and o.account = d.goes_as)
            """;

    static final String BLOCKED = MOVES + """
            select account, subscription || '/' || product as line from wished where blocked
            union
            select was_account, was_subscription || '/' || was_product from dormant_at_open(:close) where blocked
            order by account, line limit 20
            """;

    /** Accounts that carry recurring revenue under the id that all their lines moved away from. */
    static final String STILL_BILLED = """
            select distinct b.account, m.new_account as goes_by
            from account_move m
            join billing_row b on b.close_id = :close and b.account = m.old_account and not b.late
            where m.effective_from = :period and m.new_account <> m.old_account
              and recognised_mrr(b.mrr, b.status, :pause) > 0
              and not exists (select from opening_line o where o.close_id = :close and o.account = m.old_account)
            order by 1 limit 20
            """;

    private MoveSql() {}
}
