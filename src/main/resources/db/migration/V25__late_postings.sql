-- Until when a posting belongs to its period, and how much of the opening may be missing. Null is what older versions of a policy meant.
alter table metric_policy
    add column cutoff_hours int check (cutoff_hours between 0 and 480),
    add column absent_tolerance numeric(9, 6) check (absent_tolerance between 0 and 1);
comment on column metric_policy.cutoff_hours is 'Hours after the period''s end until which a posting still belongs to it.';

-- The columns of a file that placed its rows in their period, as its header writes them.
alter table source
    add column placed_by text,
    add column placed_else text;
comment on column source.placed_by is 'The column with the timestamp that the policy''s rule reads; null when the file has none.';
comment on column source.placed_else is 'The column that states the period, for rows without that timestamp.';

-- The cell that placed a row, as the file writes it; null when it says exactly what was read from it.
alter table billing_row add column placed_value text;
alter table ledger_row
    add column placed_value text,
    add column posted_at timestamptz,
    add column back_posting_id bigint;
comment on column billing_row.posted_at is 'The instant by which the row was placed, under the timestamp rule of the close''s policy.';
comment on column ledger_row.posted_at is 'Where the file writes a time of day: posted_on is its day in the organisation''s zone.';
comment on column ledger_row.back_posting_id is 'The approved note that took the late posting into the period that it came with.';

-- So do events, which have their columns from the log.
alter table line_event
    add column placed_value text,
    add column back_posting_id bigint;
grant update (period, back_posting_id) on line_event to tieout_app;

-- Billing rows posted at or after the cutoff of the close that they came with. They wait for the close whose cutoff is later.
create table late_posting (
    id           bigint generated always as identity primary key,
    organisation text not null,
    close_id     bigint not null references close,
    source_id    bigint not null references source,
    line         bigint not null,
    account      text not null,
    subscription text not null,
    product      text not null,
    amount       numeric(19, 4) not null,
    currency     text not null,
    status       text not null,
    quantity     numeric(19, 4),
    discount     numeric(19, 4),
    source_ref   text,
    posted_at    timestamptz not null,
    placed_value text,
    belongs_to   text not null,
    is_change    boolean not null,
    taken_close_id  bigint references close,
    taken_source_id bigint references source,
    taken_line      bigint,
    back_posting_id bigint,
    unique (source_id, line),
    check ((taken_source_id is null) = (taken_close_id is null) and (taken_source_id is null) = (taken_line is null))
);
create index on late_posting (close_id, account);
create index on late_posting (taken_close_id) where taken_close_id is not null;
create index on late_posting (taken_source_id, taken_line) where taken_source_id is not null;
call keep_to_organisation('late_posting', 'select, insert, update, delete');
comment on column late_posting.is_change is 'It says by how much the line changed; otherwise it says what the line recurs at from then on.';
comment on column late_posting.taken_source_id is 'The receipt under which it counts: of the next close''s late postings, or of the back-posting note.';

create index on line_event (source_id, line) where late;
create index on line_event (organisation, period, source_id, line) where late;
create index on ledger_row (source_id, line) where late;
create index on ledger_row (organisation, period, source_id, line) where late;

-- What a close took in from the one before is reckoned anew when its own files come: those know better what stands at its end.
grant delete on source_duplicate, source_part to tieout_app;

-- A line of the cohort of which a close's files only say what it was after the cutoff stands as it opened; its row bears the late one's
-- file and line. Called whenever the close's billing files or its opening have changed.
create function stand_late_lines(of_close bigint) returns void
    language sql volatile
as $$
    delete from billing_row b using late_posting l
    where l.close_id = of_close and b.close_id = of_close and b.source_id = l.source_id and b.line = l.line;

    insert into billing_row (organisation, close_id, account, subscription, product, mrr, currency, status, quantity, discount, source_id,
                             line)
    select distinct on (o.account, o.subscription, o.product) o.organisation, of_close, o.account, o.subscription, o.product, o.mrr,
           o.currency, o.status, o.quantity, o.discount, l.source_id, l.line
    from late_posting l
    join opening_line o on o.close_id = of_close and o.account = l.account and o.subscription = l.subscription and o.product = l.product
    where l.close_id = of_close
    order by o.account, o.subscription, o.product, l.posted_at, l.line
    on conflict (close_id, account, subscription, product) do nothing;
$$;

-- Who looked at an opening of which the files leave out much, and let the close go on; good for the files that were in.
create table absence_acknowledgement (
    organisation text not null,
    close_id     bigint not null references close,
    files        text not null,
    person       text not null,
    at           timestamptz not null,
    comment      text not null check (length(trim(comment)) > 0),
    primary key (close_id, files)
);
call keep_to_organisation('absence_acknowledgement', 'select, insert');
create trigger append_only before update or delete or truncate on absence_acknowledgement
    for each statement execute function refuse_change();

-- A note that takes late postings into the period they came with: stated by one person, approved by another.
create table back_posting (
    id               bigint generated always as identity primary key,
    organisation     text not null,
    close_id         bigint not null references close,
    state            text not null check (state in ('AWAITING_APPROVAL', 'APPROVED', 'APPLIED', 'REJECTED', 'REFUSED')),
    reason           text not null check (length(trim(reason)) > 0),
    policy_clause    text not null check (length(trim(policy_clause)) > 0),
    records          text not null check (records is json array),
    note             text not null,
    sha256           text not null check (length(sha256) = 64),
    raised_by        text not null,
    raised_at        timestamptz not null,
    decided_by       text check (decided_by <> raised_by),
    decided_at       timestamptz,
    decision_comment text,
    applied_at       timestamptz,
    refusal          text,
    trouble          text,
    process_instance_key bigint,
    check (state <> 'APPLIED' or (decided_by is not null and applied_at is not null))
);
create index on back_posting (close_id);
call keep_to_organisation('back_posting', 'select, insert, update');
comment on column back_posting.note is 'The canonical text of the note, of which sha256 is the hash: what the receipts of its rows stand for.';
