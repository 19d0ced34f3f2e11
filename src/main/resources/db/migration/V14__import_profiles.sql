-- What a file was and what became of its other rows.
alter table source
    add column profile_version int,
    add column form text,
    add column header text,
    add column left_out jsonb not null default '{}',
    add column open_rows bigint not null default 0,
    add column corrects bigint references source;
create index on source (corrects) where corrects is not null;

comment on column source.profile_version is 'Of an own profile; null for one that comes with the product.';
comment on column source.form is 'What the file was found to be: csv, UTF-8, “;”.';
comment on column source.header is 'Its header as a record of CSV, for handing rejects out again.';
comment on column source.left_out is 'Rows that are no data of the close, by what they are: {"total": 3}. They are not among its rows.';
comment on column source.open_rows is 'Accepted rows of an accounting period that can still change.';
comment on column source.corrects is 'The file whose rejects this one brings again.';

-- An organisation's own profiles. A version is never changed; the latest one is in use.
create table import_profile (
    organisation text not null,
    name         text not null check (length(name) between 1 and 60),
    version      int not null check (version > 0),
    definition   jsonb not null,
    saved_by     text not null,
    saved_at     timestamptz not null,
    primary key (organisation, name, version)
);
call keep_to_organisation('import_profile', 'select, insert');

-- Accepted rows that were added up to a line which bears another row's number.
create table source_part (
    organisation text not null,
    source_id    bigint not null,
    line         bigint not null,
    into_line    bigint not null,
    primary key (source_id, line)
);
call keep_to_organisation('source_part', 'select, insert');

-- Rejects that a later file brings again.
create table source_correction (
    organisation text not null,
    source_id    bigint not null references source,
    line         bigint not null,
    by_source    bigint not null references source,
    by_line      bigint not null,
    primary key (source_id, line)
);
create index on source_correction (by_source);
call keep_to_organisation('source_correction', 'select, insert, delete');
