-- How the lines of a close stood when it began, as they were billed. A balance that was carried over counts discounts by the policy of the
-- close that left it, a first period's by its own.
create or replace function line_at_open(of_close bigint)
    returns table (account text, subscription text, product text, mrr numeric, currency text, status text, quantity numeric,
        discount numeric)
    language sql stable parallel safe
as $$
    with counted as (
        select c.first_period, coalesce(p.id, c.id) as by_close
        from close c
        left join lateral (select p.id from close p where p.organisation = c.organisation and p.starts_on < c.starts_on
                           order by p.starts_on desc limit 1) p on not c.first_period
        where c.id = of_close
    ), stood as (
        select account, subscription, product, mrr, currency, status, quantity, discount
        from opening_line where close_id = of_close
        union all
        select d.account, d.subscription, d.product, d.mrr, d.currency, d.status, d.quantity, d.discount
        from counted c
        join dormant_line d on d.close_id = c.by_close
            and d.version = case when c.first_period then 0 else (select max(version) from publication where close_id = c.by_close) end
    )
    select account, subscription, product,
           mrr - case when (select counts_gross(by_close) from counted) then coalesce(discount, 0) else 0 end,
           currency, status, quantity, discount
    from stood
$$;
