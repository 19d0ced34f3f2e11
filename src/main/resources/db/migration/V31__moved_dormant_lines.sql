-- Lines without recurring revenue that a close begins with, under the ids that the moves of its own period give them, and those that they
-- were left under. Of the moves that name a line the most particular counts; a line that would become one with another is blocked and keeps
-- its ids. What a publication left is never changed for it.
create function dormant_at_open(of_close bigint)
    returns table (account text, subscription text, product text, mrr numeric, currency text, status text, quantity numeric,
        discount numeric, was_account text, was_subscription text, was_product text, blocked boolean)
    language sql stable parallel safe
as $$
    with here as (
        select c.organisation, c.period, c.first_period, coalesce(p.id, c.id) as by_close
        from close c
        left join lateral (select p.id from close p where p.organisation = c.organisation and p.starts_on < c.starts_on
                           order by p.starts_on desc limit 1) p on not c.first_period
        where c.id = of_close
    ), slept as (
        select d.account, d.subscription, d.product, d.mrr, d.currency, d.status, d.quantity, d.discount
        from here h
        join dormant_line d on d.close_id = h.by_close
            and d.version = case when h.first_period then 0 else (select max(version) from publication where close_id = h.by_close) end
    ), goes as (
        select distinct on (s.account, s.subscription, s.product)
               s.account, s.subscription, s.product, m.new_account,
               case m.new_subscription when '' then s.subscription else m.new_subscription end as new_subscription,
               case m.new_product when '' then s.product else m.new_product end as new_product
        from here h
        cross join slept s
        join account_move m on m.organisation = h.organisation and m.effective_from = h.period and m.old_account = s.account
            and m.old_subscription in ('', s.subscription) and m.old_product in ('', s.product)
        order by s.account, s.subscription, s.product, m.old_subscription <> '' desc, m.old_product <> '' desc
    ), judged as (
        select g.*, count(*) over (partition by new_account, new_subscription, new_product) > 1
                    or exists (select from slept o
                               where (o.account, o.subscription, o.product) = (g.new_account, g.new_subscription, g.new_product)
                                 and (o.account, o.subscription, o.product) <> (g.account, g.subscription, g.product))
                    or exists (select from opening_line o
                               where o.close_id = of_close and o.account = g.new_account and o.subscription = g.new_subscription
                                 and o.product = g.new_product) as blocked
        from goes g
    )
    select case when j.blocked is false then j.new_account else s.account end,
           case when j.blocked is false then j.new_subscription else s.subscription end,
           case when j.blocked is false then j.new_product else s.product end,
           s.mrr, s.currency, s.status, s.quantity, s.discount, s.account, s.subscription, s.product, coalesce(j.blocked, false)
    from slept s left join judged j using (account, subscription, product)
$$;

-- How the lines of a close stood when it began, as they were billed. A balance that was carried over counts discounts by the policy of the
-- close that left it, a first period's by its own.
create or replace function line_at_open(of_close bigint)
    returns table (account text, subscription text, product text, mrr numeric, currency text, status text, quantity numeric,
        discount numeric)
    language sql stable parallel safe
as $$
    with counted as (
        select coalesce(p.id, c.id) as by_close
        from close c
        left join lateral (select p.id from close p where p.organisation = c.organisation and p.starts_on < c.starts_on
                           order by p.starts_on desc limit 1) p on not c.first_period
        where c.id = of_close
    ), stood as (
        select account, subscription, product, mrr, currency, status, quantity, discount
        from opening_line where close_id = of_close
        union all
        select account, subscription, product, mrr, currency, status, quantity, discount
        from dormant_at_open(of_close)
    )
    select account, subscription, product,
           mrr - case when (select counts_gross(by_close) from counted) then coalesce(discount, 0) else 0 end,
           currency, status, quantity, discount
    from stood
$$;

-- A late change is looked for by its name before another of that name comes in.
create index on late_posting (organisation, account, source_ref) where is_change;

-- What a line is charged a month: recognised revenue after discounts, whether or not the policy counts them. The ledger posts that.
create function charged_mrr(mrr numeric, discount numeric, status text, pause text, gross boolean) returns numeric
    language sql immutable parallel safe
    return recognised_mrr(case when gross then greatest(mrr - coalesce(discount, 0), 0) else mrr end, status, pause);
