-- The event log: what billing says changed in a line, one row an event. Events of a period are those placed in it, whichever file brought
-- them: a late one waits under the period that it belongs to. Superseded sources' rows are deleted, their receipts stay.
create table line_event (
    organisation    text not null,
    period          text not null,
    system          text not null,
    event_id        text not null,
    account         text not null,
    subscription    text not null default '',
    product         text not null default '',
    kind            text,
    effective_at    timestamptz,
    posted_at       timestamptz,
    placed_at       timestamptz not null,
    placed_by       text not null,
    before          numeric(19, 4),
    change          numeric(19, 4),
    after           numeric(19, 4) check (after >= 0),
    currency        text not null,
    status          text,
    quantity        numeric(19, 4),
    quantity_change numeric(19, 4),
    discount        numeric(19, 4),
    late            boolean not null default false,
    source_id       bigint not null,
    line            bigint not null,
    primary key (organisation, system, event_id),
    check (change is not null or after is not null)
);
create index on line_event (organisation, period, account);
create index on line_event (source_id);
call keep_to_organisation('line_event', 'select, insert, delete');
comment on column line_event.system is 'The billing system whose ids these are: an event is the same whichever file or period brings it.';
comment on column line_event.placed_by is 'The header of the column whose moment, placed_at, put the event into its period.';
comment on column line_event.after is 'MRR of the line after the event; without one the change is added to what the line stood at.';

-- Lines that a period begins with although they carry no recurring revenue: in trial, paused, unpaid, at what they are billed. Version 0
-- is what the first period's opening file says, any other what that publication of the close left to the next period.
create table dormant_line (
    organisation text not null,
    close_id     bigint not null,
    version      int not null,
    account      text not null,
    subscription text not null default '',
    product      text not null default '',
    mrr          numeric(19, 4) not null check (mrr > 0),
    currency     text not null,
    status       text not null,
    quantity     numeric(19, 4),
    discount     numeric(19, 4),
    source_id    bigint not null,
    line         bigint not null,
    primary key (close_id, version, account, subscription, product)
);
create index on dormant_line (source_id) where version = 0;
call keep_to_organisation('dormant_line', 'select, insert, delete');

alter table source add column events boolean not null default false;
comment on column source.events is 'The file tells of changes: it says nothing of a line that did not change.';

alter table billing_row add column from_events boolean not null default false;
comment on column billing_row.from_events is 'What the line''s opening and its events come to; line 0 of the file stands for no event at all.';

-- A status that carries no recurring revenue and is not the end either.
create function is_dormant(status text) returns boolean
    language sql immutable parallel safe
    return status in ('TRIAL', 'PAUSED', 'UNPAID');

-- How the lines of a close stood when it began, those without recurring revenue too.
create function line_at_open(of_close bigint)
    returns table (account text, subscription text, product text, mrr numeric, currency text, status text, quantity numeric,
        discount numeric)
    language sql stable parallel safe
as $$
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
$$;

-- The events of a close in their order, with what each line stood at before and after. The only place where events are run: by the moment
-- that places them, then by when they took effect, then as they stand in their files.
create function event_run(of_close bigint, of_accounts text[])
    returns table (
        account text, subscription text, product text, step bigint, of_all bigint, source_id bigint, line bigint, event_id text,
        kind text, placed_at timestamptz, placed_by text, effective_at timestamptz, posted_at timestamptz, late boolean,
        said_before numeric, stood_at numeric, stood_currency text, stood_status text,
        amount numeric, currency text, status text, quantity numeric, discount numeric)
    language sql stable parallel safe
as $$
    with told as (
        select e.*, o.mrr as opening, o.currency as opening_currency, o.status as opening_status, o.quantity as opening_quantity,
               o.discount as opening_discount,
               row_number() over (partition by e.account, e.subscription, e.product
                                  order by e.placed_at, e.effective_at nulls first, e.source_id, e.line) as step,
               count(*) over (partition by e.account, e.subscription, e.product) as of_all
        from close c
        join line_event e on e.organisation = c.organisation and e.period = c.period
        left join line_at_open(of_close) o
            on o.account = e.account and o.subscription = e.subscription and o.product = e.product
        where c.id = of_close and (of_accounts is null or e.account = any (of_accounts))
    ), anchored as (
        -- An event that says an amount begins anew; the changes after it are added to that.
        select told.*, count(after) over upto as amounts, count(quantity) over upto as quantities,
               count(discount) over upto as discounts
        from told window upto as (partition by account, subscription, product order by step)
    ), run as (
        select a.*,
               coalesce(first_value(after) over of_amount, opening, 0)
                   + coalesce(sum(change) filter (where after is null) over of_amount, 0) as amount,
               coalesce(first_value(quantity) over of_quantity, opening_quantity,
                        case when opening is null and count(quantity_change) over of_quantity > 0 then 0 end)
                   + coalesce(sum(quantity_change) filter (where quantity is null) over of_quantity, 0) as stands_quantity,
               coalesce(first_value(discount) over (partition by account, subscription, product, discounts order by step),
                        opening_discount) as stands_discount
        from anchored a
        window of_amount as (partition by account, subscription, product, amounts order by step),
               of_quantity as (partition by account, subscription, product, quantities order by step)
    ), known as (
        select r.*, coalesce(status, case when amount = 0 then 'CANCELLED' else 'ACTIVE' end) as stands_as from run r
    )
    select account, subscription, product, step, of_all, source_id, line, event_id, kind, placed_at, placed_by, effective_at,
           posted_at, late, before,
           coalesce(lag(amount) over along, opening, 0), coalesce(lag(currency) over along, opening_currency),
           coalesce(lag(stands_as) over along, opening_status),
           amount, currency, stands_as, stands_quantity, stands_discount
    from known
    window along as (partition by account, subscription, product order by step)
$$;

-- What opening and events of a close come to, line by line; event_id and line are of the last event, null where a line has none.
create function evented_line(of_close bigint)
    returns table (account text, subscription text, product text, amount numeric, currency text, status text, quantity numeric,
        discount numeric, event_id text, placed_at timestamptz, source_id bigint, line bigint)
    language sql stable parallel safe
as $$
    select account, subscription, product,
           case when e.event_id is null then o.mrr else greatest(e.amount, 0) end,
           coalesce(e.currency, o.currency), coalesce(e.status, o.status),
           case when e.event_id is null then o.quantity else e.quantity end,
           case when e.event_id is null then o.discount else e.discount end,
           e.event_id, e.placed_at, e.source_id, e.line
    from line_at_open(of_close) o
    full join (select * from event_run(of_close, null) r where r.step = r.of_all) e using (account, subscription, product)
$$;
