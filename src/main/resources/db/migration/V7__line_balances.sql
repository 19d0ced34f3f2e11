-- The name of a line within its account. Injective, so that two lines never share a movement: the first bare slash divides.
create function line_name(subscription text, product text) returns text
    language sql immutable parallel safe
    return case
        when position('\' in subscription) = 0 and position('/' in subscription) = 0 then subscription || '/' || product
        else replace(replace(subscription, '\', '\\'), '/', '\/') || '/' || product
    end;

-- Which of `shards` equal parts an account belongs to, from 0; the same account always the same part.
create function shard_of(account text, shards int) returns int
    language sql immutable parallel safe
    return ((hashtextextended(account, 0) & 9223372036854775807) % shards)::int;

-- Whether a class says what the amounts say; closing is without FX. Invariants 1 and 3 of a movement rest on it.
create function class_fits(class text, opening numeric, closing numeric, by_line boolean) returns boolean
    language sql immutable parallel safe
    return case class
        when 'NEW' then opening = 0 and closing > 0
        when 'REACTIVATION' then opening = 0 and closing > 0
        -- At line grain a new line of a cohort account expands it.
        when 'EXPANSION' then closing > opening and (opening > 0 or by_line)
        -- Down to nothing as well: a pause, a full discount or, at line grain, a line lost while the account stays.
        when 'CONTRACTION' then closing < opening and closing >= 0
        when 'CHURN' then opening > 0 and closing = 0
        when 'RENEWAL' then opening > 0 and closing = opening
        else false
    end;

-- Opening to closing of every line of one shard of a close, in the reporting currency. The only place where amounts are converted;
-- each is rounded once. A null amount means that its rate is missing. An unmentioned line has no status.
create function line_balance(of_close bigint, of_shard int, of_shards int)
    returns table (
        account text, subscription text, product text, opening numeric, closing numeric, fx numeric, status text,
        quantity_change numeric, discount_change numeric)
    language sql stable parallel safe
as $$
    with chosen as (
        select p.reporting_currency, p.fx, p.pause
        from close c
        join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version
        where c.id = of_close
    ),
    opened as (
        select true as found, l.account, l.subscription, l.product, l.quantity, l.discount,
               case when l.currency = p.reporting_currency then l.mrr else round_half_even(l.mrr * r.opening, 4) end as amount
        from opening_line l
        cross join chosen p
        left join rate r on r.close_id = l.close_id and r.currency = l.currency
        where l.close_id = of_close and (of_shards = 1 or shard_of(l.account, of_shards) = of_shard)
    ),
    billed as (
        select true as found, b.account, b.subscription, b.product, b.status, b.quantity, b.discount,
               case when b.currency = p.reporting_currency then recognised_mrr(b.mrr, b.status, p.pause)
                    else round_half_even(recognised_mrr(b.mrr, b.status, p.pause) * r.opening, 4) end as amount,
               case when b.currency = p.reporting_currency or p.fx = 'CONSTANT' then 0
                    else round_half_even(recognised_mrr(b.mrr, b.status, p.pause) * r.closing, 4)
                         - round_half_even(recognised_mrr(b.mrr, b.status, p.pause) * r.opening, 4) end as fx
        from billing_row b
        cross join chosen p
        left join rate r on r.close_id = b.close_id and r.currency = b.currency
        where b.close_id = of_close and not b.late and (of_shards = 1 or shard_of(b.account, of_shards) = of_shard)
    )
    select account, subscription, product,
           case when o.found is null then 0 else o.amount end,
           case when b.found is null then 0 else b.amount + b.fx end,
           case when b.found is null then 0 else b.fx end,
           b.status,
           b.quantity - o.quantity,
           case when o.found and b.found then coalesce(b.discount, 0) - coalesce(o.discount, 0) end
    from opened o full join billed b using (account, subscription, product)
$$;
