-- Work that waits for a person.
create table task (
    id             bigint generated always as identity primary key,
    organisation   text not null,
    close_id       bigint references close,
    kind           text not null,
    title          text not null,
    candidate_role text not null,
    assignee       text,
    state          text not null check (state in ('OPEN', 'COMPLETED', 'WITHDRAWN')),
    claimed_at_revision bigint,
    created_at     timestamptz not null,
    due_at         timestamptz,
    overdue_since  timestamptz,
    completed_at   timestamptz,
    completed_by   text,
    decision       text,
    comment        text,
    engine_key     bigint unique,
    lock_version   bigint not null default 0
);
create index on task (organisation, state);
call keep_to_organisation('task', 'select, insert, update');

-- Jobs whose effect is committed: inserted in the transaction of the effect, so a redelivered job does nothing twice.
create table job_inbox (
    job_key      bigint primary key,
    organisation text not null,
    close_id     bigint,
    job_type     text not null,
    result       text not null,
    done_at      timestamptz not null
);
call keep_to_organisation('job_inbox', 'select, insert');

-- Commands to the engine, written in the transaction of their cause and sent after it, again until the engine has them.
create table engine_command (
    id           bigint generated always as identity primary key,
    organisation text not null,
    kind         text not null,
    payload      text not null,
    created_at   timestamptz not null,
    sent_at      timestamptz
);
create index unsent_commands on engine_command (organisation, id) where sent_at is null;
call keep_to_organisation('engine_command', 'select, insert, update');
