-- A correction note to a final close: raised by one person, approved by another, applied by the product.
create table correction (
    id               bigint generated always as identity primary key,
    organisation     text not null,
    close_id         bigint not null references close,
    state            text not null check (state in ('PREVIEWING', 'AWAITING_APPROVAL', 'APPROVED', 'APPLIED', 'REJECTED', 'REFUSED')),
    comment          text not null check (length(trim(comment)) > 0),
    policy_clause    text,
    note             text not null,
    sha256           text not null check (length(sha256) = 64),
    raised_by        text not null,
    raised_at        timestamptz not null,
    impact           text check (impact is json object),
    impact_hash      text check (length(impact_hash) = 64),
    previewed_at     timestamptz,
    notice           text,
    trouble          text,
    refusal          text,
    decided_by       text check (decided_by <> raised_by),
    decided_at       timestamptz,
    decision_comment text,
    applied_at       timestamptz,
    process_instance_key bigint,
    check (state <> 'APPLIED' or (decided_by is not null and impact is not null and applied_at is not null))
);
create unique index one_undecided_correction on correction (close_id) where state in ('PREVIEWING', 'AWAITING_APPROVAL', 'APPROVED');
call keep_to_organisation('correction', 'select, insert, update');
comment on column correction.note is 'The canonical text of the note, of which sha256 is the hash: what the receipts of its rows stand for.';
comment on column correction.impact is 'What the last preview came to; impact_hash has to come out again when it is applied.';
comment on column correction.notice is 'Why it was sent back for another preview; null when it was not.';

-- What a note changes, as it was raised. The period that it belongs to by its nature is kept, whatever is published when.
create table correction_change (
    organisation  text not null,
    correction_id bigint not null references correction,
    position      int not null check (position > 0),
    kind          text not null check (kind in ('billed-line', 'opening-line', 'override', 'exclude', 'include', 'ledger-posting')),
    account       text not null,
    before        text check (before is json object),
    after         text not null check (after is json object),
    period        text not null,
    primary key (correction_id, position)
);
call keep_to_organisation('correction_change', 'select, insert');
comment on column correction_change.period is 'The accounting period that the change belongs to originally.';

-- The periods that an applied correction restated, in order; without a version where the close was still under way and goes back by itself.
create table correction_period (
    organisation  text not null,
    correction_id bigint not null references correction,
    position      int not null check (position > 0),
    close_id      bigint not null references close,
    period        text not null,
    version       int,
    primary key (correction_id, position),
    unique (correction_id, close_id)
);
create index on correction_period (close_id);
call keep_to_organisation('correction_period', 'select, insert');

create trigger append_only before update or delete or truncate on correction_change for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on correction_period for each statement execute function refuse_change();
