-- By which rule billing was taken when the legs were compared: after discounts whatever the policy counts, or as the policy counts, as it was
-- before there was this column. Kept with a version like all of the row, so its pack says which rule holds.
alter table tie_out_total add column after_discounts boolean not null default false;
comment on column tie_out_total.after_discounts is 'Whether billing was compared after discounts whatever the policy counts.';

-- Whether the balance that a close begins with counts before discounts: as the close that left it counted, in a first period as its own.
create function opens_gross(of_close bigint) returns boolean
    language sql stable parallel safe
as $$
    select counts_gross(coalesce(p.id, c.id))
    from close c
    left join lateral (select p.id from close p where p.organisation = c.organisation and p.starts_on < c.starts_on
                       order by p.starts_on desc limit 1) p on not c.first_period
    where c.id = of_close
$$;
