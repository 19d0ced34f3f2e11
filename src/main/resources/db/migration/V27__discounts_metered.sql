-- Whether revenue counts before discounts, and whether metered lines count. Null is what older versions of a policy meant: after
-- discounts, metered lines in.
alter table metric_policy
    add column discounts text check (discounts in ('NET', 'GROSS')),
    add column metered text check (metered in ('IN', 'OUT'));
comment on column metric_policy.discounts is 'NET counts what is billed after discounts, GROSS what it would be without them; applied when files come in.';
comment on column metric_policy.metered is 'OUT leaves lines that are billed by use out of every file.';

-- Whether the policy of a close counts before discounts.
create function counts_gross(of_close bigint) returns boolean
    language sql stable parallel safe
as $$
    select coalesce(p.discounts = 'GROSS', false)
    from close c join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version
    where c.id = of_close
$$;

-- How the lines of a close stood when it began, as they were billed: events tell of that, whatever counts.
create or replace function line_at_open(of_close bigint)
    returns table (account text, subscription text, product text, mrr numeric, currency text, status text, quantity numeric,
        discount numeric)
    language sql stable parallel safe
as $$
    with stood as (
        select account, subscription, product, mrr, currency, status, quantity, discount
        from opening_line where close_id = of_close
        union all
        select d.account, d.subscription, d.product, d.mrr, d.currency, d.status, d.quantity, d.discount
        from close c
        left join lateral (select p.id from close p where p.organisation = c.organisation and p.starts_on < c.starts_on
                           order by p.starts_on desc limit 1) p on not c.first_period
        join dormant_line d on d.close_id = coalesce(p.id, c.id)
            and d.version = case when c.first_period then 0 else (select max(version) from publication where close_id = p.id) end
        where c.id = of_close
    )
    select account, subscription, product,
           mrr - case when (select counts_gross(of_close)) then coalesce(discount, 0) else 0 end, currency, status, quantity, discount
    from stood
$$;

-- What opening and events of a close come to, line by line, as the policy counts discounts; event_id and line are of the last event, null
-- where a line has none.
create or replace function evented_line(of_close bigint)
    returns table (account text, subscription text, product text, amount numeric, currency text, status text, quantity numeric,
        discount numeric, event_id text, placed_at timestamptz, source_id bigint, line bigint)
    language sql stable parallel safe
as $$
    with billed as (
        select account, subscription, product,
               case when e.event_id is null then o.mrr else greatest(e.amount, 0) end as amount,
               coalesce(e.currency, o.currency) as currency, coalesce(e.status, o.status) as status,
               case when e.event_id is null then o.quantity else e.quantity end as quantity,
               case when e.event_id is null then o.discount else e.discount end as discount,
               e.event_id, e.placed_at, e.source_id, e.line
        from line_at_open(of_close) o
        full join (select * from event_run(of_close, null) r where r.step = r.of_all) e using (account, subscription, product)
    )
    select account, subscription, product,
           amount + case when (select counts_gross(of_close)) then coalesce(discount, 0) else 0 end, currency, status, quantity,
           discount, event_id, placed_at, source_id, line
    from billed
$$;
