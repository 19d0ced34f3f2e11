-- The events that made the closing lines of a version, and what they began from: kept like the lines themselves when it is published. A
-- version whose closing lines a snapshot tells of has none.
alter table evidence_part drop constraint evidence_part_part_check;
alter table evidence_part add check (part in ('OPENING', 'BILLING', 'LEDGER', 'RETAINED', 'EVENTS', 'AT_OPEN'));

create table evidence_event (
    organisation    text not null,
    publication_id  bigint not null,
    account         text not null,
    subscription    text not null,
    product         text not null,
    step            bigint not null,
    of_all          bigint not null,
    system          text not null,
    event_id        text not null,
    kind            text,
    effective_at    timestamptz,
    posted_at       timestamptz,
    placed_at       timestamptz not null,
    placed_by       text not null,
    before          numeric(19, 4),
    change          numeric(19, 4),
    after           numeric(19, 4),
    currency        text not null,
    status          text,
    quantity        numeric(19, 4),
    quantity_change numeric(19, 4),
    discount        numeric(19, 4),
    stood_at        numeric(19, 4) not null,
    stands_at       numeric(19, 4) not null,
    source_id       bigint not null,
    line            bigint not null
);
create index on evidence_event using brin (publication_id);
call keep_to_organisation('evidence_event', 'select, insert');
comment on column evidence_event.step is 'Its place among the of_all events of its line, in the order in which they were run.';
comment on column evidence_event.stood_at is 'What the line stood at before the event, as billed; stands_at is after it.';

create table evidence_at_open (
    organisation   text not null,
    publication_id bigint not null,
    account        text not null,
    subscription   text not null,
    product        text not null,
    mrr            numeric(19, 4) not null,
    currency       text not null,
    status         text not null,
    quantity       numeric(19, 4),
    discount       numeric(19, 4)
);
create index on evidence_at_open using brin (publication_id);
call keep_to_organisation('evidence_at_open', 'select, insert');
comment on table evidence_at_open is 'How the lines stood when the period began, as billed, those without recurring revenue too.';

create trigger immutable before update or delete or truncate on evidence_event for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on evidence_at_open for each statement execute function refuse_change();

-- Whether the closing lines of a close are what its opening and events come to.
create function closes_by_events(of_close bigint) returns boolean
    language sql stable parallel safe
as $$ select exists (select from billing_row where close_id = of_close and from_events) $$;

-- The counted events of a close, as files say them and as they were run.
create function counted_event(of_close bigint)
    returns table (account text, subscription text, product text, step bigint, of_all bigint, system text, event_id text, kind text,
        effective_at timestamptz, posted_at timestamptz, placed_at timestamptz, placed_by text, before numeric, change numeric,
        after numeric, currency text, status text, quantity numeric, quantity_change numeric, discount numeric, stood_at numeric,
        stands_at numeric, source_id bigint, line bigint)
    language sql stable parallel safe
as $$
    select r.account, r.subscription, r.product, r.step, r.of_all, e.system, e.event_id, e.kind, e.effective_at, e.posted_at,
           e.placed_at, e.placed_by, e.before, e.change, e.after, e.currency, e.status, e.quantity, e.quantity_change, e.discount,
           r.stood_at, r.amount, e.source_id, e.line
    from event_run(of_close, null) r
    join line_event e on e.source_id = r.source_id and e.line = r.line and e.event_id = r.event_id
    where (select closes_by_events(of_close))
$$;
