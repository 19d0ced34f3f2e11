-- A finding in a published version that somebody looks into until a day.
create table follow_up (
    id           bigint generated always as identity primary key,
    organisation text not null,
    close_id     bigint not null references close,
    period       text not null,
    version      int not null check (version > 0),
    kind         text not null,
    sentence     text not null,
    comment      text not null check (length(comment) <= 2000),
    owner        text not null,
    due_on       date not null,
    state        text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
    opened_by    text not null,
    opened_at    timestamptz not null,
    ended_by     text,
    ended_at     timestamptz,
    outcome      text check (length(outcome) between 1 and 2000),
    check ((state = 'OPEN') = (ended_by is null) and (ended_by is null) = (ended_at is null) and (ended_by is null) = (outcome is null))
);
create unique index one_open_follow_up_of_a_finding on follow_up (close_id, kind) where state = 'OPEN';
create index on follow_up (close_id);
call keep_to_organisation('follow_up', 'select, insert, update');
comment on column follow_up.sentence is 'The finding as it read in that version.';
