-- The metric policy: every choice that gives the numbers their meaning, versioned and approved.
create table metric_policy (
    id                        bigint generated always as identity primary key,
    organisation              text not null references organisation,
    version                   int not null check (version > 0),
    state                     text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'RETIRED')),
    effective_from            text,
    grain                     text not null check (grain in ('ACCOUNT', 'LINE')),
    period_length             text not null check (period_length in ('MONTH', 'QUARTER', 'YEAR')),
    time_zone                 text not null,
    timestamp_rule            text not null check (timestamp_rule in ('BILLING_POSTED', 'LEDGER_POSTED')),
    reporting_currency        text not null check (reporting_currency ~ '^[A-Z]{3}$'),
    fx                        text not null check (fx in ('CONSTANT', 'AS_REPORTED')),
    reactivation_months       int check (reactivation_months > 0),
    reactivation_in_nrr       boolean not null,
    pause                     text not null check (pause in ('KEEP', 'CONTRACTION', 'CHURN')),
    full_discount             text not null check (full_discount in ('CONTRACTION', 'CHURN')),
    late_renewal_grace_days   int not null check (late_renewal_grace_days >= 0),
    tolerance_absolute        numeric(19, 4) not null check (tolerance_absolute >= 0),
    tolerance_relative        numeric(9, 6) not null check (tolerance_relative >= 0),
    total_tolerance_absolute  numeric(19, 4) not null check (total_tolerance_absolute >= 0),
    materiality               numeric(19, 4) not null check (materiality >= 0),
    variance_sla_days         int not null check (variance_sla_days > 0),
    task_sla_days             int not null check (task_sla_days > 0),
    created_by                text not null,
    created_at                timestamptz not null,
    approved_by               text,
    approved_at               timestamptz,
    unique (organisation, version)
);
call keep_to_organisation('metric_policy', 'select, insert, update');

-- A version of a decision table; its content never changes once submitted.
create table rule_version (
    id             bigint generated always as identity primary key,
    organisation   text not null references organisation,
    rule_table     text not null,
    version        int not null check (version > 0),
    state          text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'RETIRED')),
    content        text not null,
    sha256         text not null check (length(sha256) = 64),
    comment        text not null,
    effective_from text,
    created_by     text not null,
    created_at     timestamptz not null,
    approved_by    text,
    approved_at    timestamptz,
    unique (organisation, rule_table, version)
);
call keep_to_organisation('rule_version', 'select, insert, update');

-- One period of one organisation on its way from open to final.
create table close (
    id                   bigint generated always as identity primary key,
    organisation         text not null references organisation,
    period               text not null,
    starts_on            date not null,
    ends_on              date not null,
    cutoff               timestamptz not null,
    first_period         boolean not null,
    state                text not null check (state in ('OPEN', 'AWAITING_SOURCES', 'CLASSIFYING', 'IN_REVIEW', 'RECONCILING',
                                                        'PROVISIONAL', 'FINAL', 'REJECTED', 'FAILED')),
    step                 text not null,
    trouble              text,
    published            boolean not null default false,
    revision             bigint not null default 0,
    policy_version       int not null,
    process_instance_key bigint,
    cohort_hash          text,
    opened_by            text not null,
    opened_at            timestamptz not null,
    lock_version         bigint not null default 0,
    unique (organisation, period)
);
call keep_to_organisation('close', 'select, insert, update');
comment on column close.published is 'A version is out, whatever step the close has gone back to since.';
comment on column close.revision is 'Rises with every change of data or decision; a task claimed at one revision cannot be completed at another.';

-- The decision-table versions that a close uses, whatever is approved later.
create table pinned_rule (
    organisation text not null,
    close_id     bigint not null references close,
    rule_table   text not null,
    version      int not null,
    primary key (close_id, rule_table)
);
call keep_to_organisation('pinned_rule', 'select, insert, delete');

-- Who had a hand in a close, for separation of duties. Never removed: an undone override still was one.
create table contribution (
    organisation text not null,
    close_id     bigint not null references close,
    person       text not null,
    kind         text not null check (kind in ('IMPORTED', 'OVERRODE', 'EXCLUDED', 'EXPLAINED', 'OPENED')),
    first_at     timestamptz not null,
    primary key (close_id, person, kind)
);
call keep_to_organisation('contribution', 'select, insert');

-- A person's signature under a close at a revision; suspended when what was signed changes.
create table sign_off (
    id           bigint generated always as identity primary key,
    organisation text not null,
    close_id     bigint not null references close,
    kind         text not null check (kind in ('CLASSIFICATION', 'PUBLICATION')),
    person       text not null,
    signed_at    timestamptz not null,
    revision     bigint not null,
    comment      text,
    suspended_at timestamptz,
    suspended_because text
);
call keep_to_organisation('sign_off', 'select, insert, update');
create index on sign_off (close_id);
