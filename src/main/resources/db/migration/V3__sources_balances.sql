-- Rows that come by the million refer to their close and source without a foreign key: a check for each row costs more than the
-- row. They are only ever written by statements that read the key from the parent in the same transaction, and parents are never
-- deleted.

-- Accounts with their attributes, as last imported: which file brought them, and which one wrote them last.
create table account (
    organisation    text not null,
    account         text not null,
    name            text not null,
    parent          text,
    started_on      date,
    first_active_on date,
    churned_on      date,
    attributes      jsonb not null default '{}',
    first_source_id bigint,
    source_id       bigint,
    line            bigint,
    primary key (organisation, account)
);
call keep_to_organisation('account', 'select, insert, update, delete');

-- An accepted file and its receipt: rows = accepted + duplicates + rejected + late.
create table source (
    id             bigint generated always as identity primary key,
    organisation   text not null,
    close_id       bigint not null references close,
    kind           text not null check (kind in ('OPENING', 'BILLING', 'LEDGER', 'RETAINED', 'ACCOUNTS', 'RATES')),
    profile        text not null,
    file_name      text not null,
    sha256         text not null check (length(sha256) = 64),
    bytes          bigint not null,
    rows           bigint not null,
    accepted       bigint not null,
    duplicates     bigint not null,
    rejected       bigint not null,
    late           bigint not null,
    control_totals jsonb not null,
    state          text not null check (state in ('ACCEPTED', 'SUPERSEDED')),
    imported_by    text not null,
    imported_at    timestamptz not null,
    superseded_by  bigint references source,
    rejects_acknowledged_by text,
    rejects_acknowledged_at timestamptz,
    rejects_comment         text,
    check (rows = accepted + duplicates + rejected + late)
);
create unique index one_copy_of_a_file on source (organisation, close_id, kind, sha256) where state = 'ACCEPTED';
create index on source (close_id);
call keep_to_organisation('source', 'select, insert, update');

comment on column source.control_totals is 'Per currency: {"USD": {"rows": "…", "accepted": "…", "duplicates": "…", "rejected": "…", "late": "…"}} in major units.';

-- Rows that were not taken in, each with what was wrong.
create table source_reject (
    organisation text not null,
    source_id    bigint not null references source,
    line         bigint not null,
    column_name  text not null,
    value        text,
    reason       text not null,
    row_text     text,
    primary key (source_id, line, column_name)
);
call keep_to_organisation('source_reject', 'select, insert');

-- Rows that a duplicate guard held back.
create table source_duplicate (
    organisation text not null,
    source_id    bigint not null references source,
    line         bigint not null,
    key          text not null,
    first_source bigint,
    first_line   bigint,
    primary key (source_id, line)
);
create index on source_duplicate (first_source);
call keep_to_organisation('source_duplicate', 'select, insert, update');

-- What billing says each line recurs at the end of the period. Superseded sources' rows are deleted, their receipts stay.
create table billing_row (
    organisation text not null,
    close_id     bigint not null,
    account      text not null,
    subscription text not null default '',
    product      text not null default '',
    mrr          numeric(19, 4) not null check (mrr >= 0),
    currency     text not null,
    status       text not null,
    quantity     numeric(19, 4),
    discount     numeric(19, 4),
    source_ref   text,
    posted_at    timestamptz,
    late         boolean not null default false,
    source_id    bigint not null,
    line         bigint not null,
    primary key (close_id, account, subscription, product)
);
create index on billing_row (source_id);
call keep_to_organisation('billing_row', 'select, insert, update, delete');

-- Ledger postings; a posting after cutoff belongs to the next period and waits there for its close.
create table ledger_row (
    organisation text not null,
    period       text not null,
    entry_id     text not null,
    account      text not null,
    posted_on    date not null,
    amount       numeric(19, 4) not null,
    currency     text not null,
    gl_account   text,
    late         boolean not null default false,
    source_id    bigint not null,
    line         bigint not null,
    primary key (organisation, entry_id)
);
create index on ledger_row (organisation, period, account);
create index on ledger_row (source_id);
call keep_to_organisation('ledger_row', 'select, insert, update, delete');

-- The retained-balance report of another system, when there is one.
create table retained_row (
    organisation text not null,
    close_id     bigint not null,
    account      text not null,
    amount       numeric(19, 4) not null check (amount >= 0),
    currency     text not null,
    source_id    bigint not null,
    line         bigint not null,
    primary key (close_id, account, currency)
);
call keep_to_organisation('retained_row', 'select, insert, delete');

-- Rates into the reporting currency: one unit of currency is worth this much of it.
create table rate (
    organisation text not null,
    close_id     bigint not null references close,
    currency     text not null,
    opening      numeric(20, 10) not null check (opening > 0),
    closing      numeric(20, 10) not null check (closing > 0),
    source_id    bigint not null references source,
    line         bigint not null,
    primary key (close_id, currency)
);
call keep_to_organisation('rate', 'select, insert, delete');

-- The opening cohort, frozen at period open, line by line; amounts in the line's own currency.
create table opening_line (
    organisation text not null,
    close_id     bigint not null,
    account      text not null,
    subscription text not null default '',
    product      text not null default '',
    mrr          numeric(19, 4) not null check (mrr > 0),
    currency     text not null,
    status       text not null,
    quantity     numeric(19, 4),
    discount     numeric(19, 4),
    source_id    bigint,
    line         bigint,
    primary key (close_id, account, subscription, product)
);
call keep_to_organisation('opening_line', 'select, insert, delete');

-- The balance each publication closed with, line by line: what the next period opens from.
create table closing_line (
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
    excluded     boolean not null,
    primary key (close_id, version, account, subscription, product)
);
call keep_to_organisation('closing_line', 'select, insert');
