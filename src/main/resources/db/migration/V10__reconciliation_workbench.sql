-- Which data a comparison saw: a final version needs one of the close as it now is.
alter table tie_out_total add column revision bigint not null default -1;
comment on column tie_out_total.revision is 'The revision of the close that was compared; -1 when nobody kept it.';

-- Fresh statistics after a large import: the statements that follow it at once are planned on them.
grant maintain on account, billing_row, ledger_row, retained_row, opening_line to tieout_app;

-- Which accounts a comparison leaves out.
create index excluded_movement on movement (close_id, account) where excluded_by is not null;

-- What people say about a variance, and the files that they put beside it.
create table variance_comment (
    id           bigint generated always as identity primary key,
    organisation text not null,
    variance_id  bigint not null references variance,
    at           timestamptz not null,
    person       text not null,
    text         text not null check (length(trim(text)) > 0)
);
create index on variance_comment (variance_id);
call keep_to_organisation('variance_comment', 'select, insert');

create table variance_attachment (
    id           bigint generated always as identity primary key,
    organisation text not null,
    variance_id  bigint not null references variance,
    at           timestamptz not null,
    person       text not null,
    name         text not null check (length(trim(name)) > 0),
    type         text not null,
    bytes        bigint not null check (bytes between 1 and 10485760),
    sha256       text not null check (length(sha256) = 64),
    content      bytea not null
);
create index on variance_attachment (variance_id);
call keep_to_organisation('variance_attachment', 'select, insert');

create trigger append_only before update or delete or truncate on variance_comment
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on variance_attachment
    for each statement execute function refuse_change();
