-- What a version's evidence pack needs and can change later is kept in the transaction that publishes the version. What cannot change
-- (audit rows, rejects, approved rule tables, the publication itself) is read where it stands.

-- When an account that opens at nothing was last active before the period; null for all others and for those never active.
alter table movement add column last_active date;

-- Null in versions published before there were evidence packs.
alter table publication_movement
    add column account_name text,
    add column status text,
    add column review boolean,
    add column rule_class text,
    add column rule_reason text,
    add column overridden_at timestamptz,
    add column excluded_at timestamptz,
    add column last_active date;

-- The few rows of other tables as they stood: sign-offs, tasks, receipts, variances and the like, whole, whatever columns they have.
create table evidence_record (
    organisation   text not null,
    publication_id bigint not null references publication,
    kind           text not null,
    record         jsonb not null
);
create index on evidence_record (publication_id, kind);
call keep_to_organisation('evidence_record', 'select, insert');

-- Which of the kept lines below belong to a version: its own, or those of an earlier version of the close when they are all the same.
create table evidence_part (
    organisation   text not null,
    publication_id bigint not null references publication,
    part           text not null check (part in ('OPENING', 'BILLING', 'LEDGER', 'RETAINED')),
    kept_by        bigint not null references publication,
    primary key (publication_id, part)
);
call keep_to_organisation('evidence_part', 'select, insert');

-- The four below come by the million, in one piece for each version and are only ever read in one piece: a block range index finds it.
create table evidence_opening (
    organisation   text not null,
    publication_id bigint not null,
    account        text not null,
    subscription   text not null,
    product        text not null,
    mrr            numeric(19, 4) not null,
    currency       text not null,
    status         text not null,
    quantity       numeric(19, 4),
    discount       numeric(19, 4),
    source_id      bigint,
    line           bigint
);
create index on evidence_opening using brin (publication_id);
call keep_to_organisation('evidence_opening', 'select, insert');

create table evidence_billing (
    organisation   text not null,
    publication_id bigint not null,
    account        text not null,
    subscription   text not null,
    product        text not null,
    mrr            numeric(19, 4) not null,
    currency       text not null,
    status         text not null,
    quantity       numeric(19, 4),
    discount       numeric(19, 4),
    source_ref     text,
    posted_at      timestamptz,
    late           boolean not null,
    source_id      bigint not null,
    line           bigint not null
);
create index on evidence_billing using brin (publication_id);
call keep_to_organisation('evidence_billing', 'select, insert');

create table evidence_ledger (
    organisation   text not null,
    publication_id bigint not null,
    entry_id       text not null,
    account        text not null,
    posted_on      date not null,
    amount         numeric(19, 4) not null,
    currency       text not null,
    gl_account     text,
    source_id      bigint not null,
    line           bigint not null
);
create index on evidence_ledger using brin (publication_id);
call keep_to_organisation('evidence_ledger', 'select, insert');

create table evidence_retained (
    organisation   text not null,
    publication_id bigint not null,
    account        text not null,
    currency       text not null,
    amount         numeric(19, 4) not null,
    source_id      bigint not null,
    line           bigint not null
);
create index on evidence_retained using brin (publication_id);
call keep_to_organisation('evidence_retained', 'select, insert');

create trigger immutable before update or delete or truncate on evidence_record for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on evidence_part for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on evidence_opening for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on evidence_billing for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on evidence_ledger for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on evidence_retained for each statement execute function refuse_change();
