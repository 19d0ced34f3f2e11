-- As before, and what the version of the period before closed with opens under the ids that its lines go by since: those that the
-- frozen cohort tells. A line that carried nothing then is not in the cohort; where it carries something under these choices, the most
-- particular move of the period that names it says where it went. It stays where another line bears those ids.
-- A line that went to ids under which another line carries something under these choices opens as one with it: a line that was paused
-- there when it moved is in no frozen cohort, so nothing kept the two apart, and each key opens once.
create or replace function published_balance(of_publication bigint, of_previous bigint, choices jsonb, bearing text[], meanings jsonb)
    returns table (
        account text, subscription text, product text, opening numeric, closing numeric, fx numeric, status text,
        quantity_change numeric, discount_change numeric)
    language sql stable parallel safe
as $$
    with chosen as materialized (
        select p.reporting_currency, p.fx, p.pause from jsonb_populate_record(null::metric_policy, choices) p
    ),
    rated as materialized (
        select e.record->>'currency' as currency, (e.record->>'opening')::numeric as opening, (e.record->>'closing')::numeric as closing
        from evidence_record e where e.publication_id = of_publication and e.kind = 'rate'
    ),
    frozen as not materialized (
        select l.* from evidence_opening l
        where l.publication_id = (select e.kept_by from evidence_part e where e.publication_id = of_publication and e.part = 'OPENING')
    ),
    before as (
        select b.account, b.subscription, b.product,
               carried_mrr(b.mrr, coalesce(meanings->b.source_id::text->>b.status, b.status), p.pause, bearing) as mrr,
               b.currency, b.quantity, b.discount
        from evidence_billing b cross join chosen p
        where of_previous is not null and not b.late
          and b.publication_id = (select e.kept_by from evidence_part e where e.publication_id = of_previous and e.part = 'BILLING')
          and carried_mrr(b.mrr, coalesce(meanings->b.source_id::text->>b.status, b.status), p.pause, bearing) > 0
    ),
    went as (
        select was_account, was_subscription, was_product, account, subscription, product
        from frozen where of_previous is not null and was_account is not null
    ),
    named as (
        select distinct on (b.account, b.subscription, b.product) b.account, b.subscription, b.product,
               m.new_account,
               case m.new_subscription when '' then b.subscription else m.new_subscription end as new_subscription,
               case m.new_product when '' then b.product else m.new_product end as new_product
        from publication v
        join close c on c.id = v.close_id
        join account_move m on m.organisation = c.organisation and m.effective_from = c.period
        join before b on b.account = m.old_account and m.old_subscription in ('', b.subscription) and m.old_product in ('', b.product)
        where v.id = of_publication
          and not exists (select from frozen f
                          where coalesce(f.was_account, f.account) = b.account
                            and coalesce(f.was_subscription, f.subscription) = b.subscription
                            and coalesce(f.was_product, f.product) = b.product)
        order by b.account, b.subscription, b.product, m.old_subscription <> '' desc, m.old_product <> '' desc
    ),
    moved as (
        select n.account, n.subscription, n.product, n.new_account, n.new_subscription, n.new_product,
               b.account is not null or f.account is not null
                   or count(*) over (partition by n.new_account, n.new_subscription, n.new_product) > 1 as stays
        from named n
        left join before b on b.account = n.new_account and b.subscription = n.new_subscription and b.product = n.new_product
        left join frozen f on f.account = n.new_account and f.subscription = n.new_subscription and f.product = n.new_product
    ),
    cohort as (
        select l.account, l.subscription, l.product, l.mrr, l.currency, l.quantity, l.discount
        from frozen l where of_previous is null
        union all
        select coalesce(w.account, m.new_account, b.account), coalesce(w.subscription, m.new_subscription, b.subscription),
               coalesce(w.product, m.new_product, b.product), b.mrr, b.currency, b.quantity, b.discount
        from before b
        left join went w on w.was_account = b.account and w.was_subscription = b.subscription and w.was_product = b.product
        left join moved m on m.account = b.account and m.subscription = b.subscription and m.product = b.product and not m.stays
    ),
    opened as (
        select true as found, l.account, l.subscription, l.product, sum(l.quantity) as quantity, sum(l.discount) as discount,
               case when bool_and(l.currency = p.reporting_currency or r.opening is not null)
                    then sum(case when l.currency = p.reporting_currency then l.mrr else round_half_even(l.mrr * r.opening, 4) end)
               end as amount
        from cohort l
        cross join chosen p
        left join rated r on r.currency = l.currency
        group by l.account, l.subscription, l.product
    ),
    meant as (
        select b.account, b.subscription, b.product, b.currency, b.quantity, b.discount,
               coalesce(meanings->b.source_id::text->>b.status, b.status) as status,
               carried_mrr(b.mrr, coalesce(meanings->b.source_id::text->>b.status, b.status), p.pause, bearing) as mrr
        from evidence_billing b cross join chosen p
        where not b.late
          and b.publication_id = (select e.kept_by from evidence_part e where e.publication_id = of_publication and e.part = 'BILLING')
    ),
    billed as (
        select true as found, b.account, b.subscription, b.product, b.status, b.quantity, b.discount,
               case when b.currency = p.reporting_currency then b.mrr else round_half_even(b.mrr * r.opening, 4) end as amount,
               case when b.currency = p.reporting_currency or p.fx = 'CONSTANT' then 0
                    else round_half_even(b.mrr * r.closing, 4) - round_half_even(b.mrr * r.opening, 4) end as fx
        from meant b
        cross join chosen p
        left join rated r on r.currency = b.currency
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

-- What was worked out with openings under old ids; each can be worked out again.
delete from lens_result;
comment on column lens_result.basis is 'The number of the calculation, SHA-256 of the pack, and the version that the period before was opened from: another of any is worked out anew.';
