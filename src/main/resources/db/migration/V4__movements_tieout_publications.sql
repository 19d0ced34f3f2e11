-- Opening to closing of one account (or line) in one period; amounts in the reporting currency.
create table movement (
    organisation     text not null,
    close_id         bigint not null,
    account          text not null,
    line             text not null default '',
    shard            int not null,
    opening          numeric(19, 4) not null check (opening >= 0),
    closing          numeric(19, 4) not null check (closing >= 0),
    gross_up         numeric(19, 4) not null check (gross_up >= 0),
    gross_down       numeric(19, 4) not null check (gross_down >= 0),
    fx               numeric(19, 4) not null default 0,
    status           text not null,
    class            text not null,
    reason           text,
    rule_table       text not null,
    rule_version     int not null,
    rule_row         int not null,
    review           boolean not null,
    attributes       jsonb not null,
    rule_class       text not null,
    rule_reason      text,
    overridden_by    text,
    override_comment text,
    overridden_at    timestamptz,
    excluded_by      text,
    exclusion_reason text,
    exclusion_comment text,
    excluded_at      timestamptz,
    primary key (close_id, account, line),
    check ((overridden_by is null) = (override_comment is null)),
    check ((excluded_by is null) = (exclusion_comment is null))
);
create index on movement (close_id, class);
call keep_to_organisation('movement', 'select, insert, update, delete');

-- People's decisions on an account of a close, kept apart so that classifying again keeps them.
create table movement_decision (
    organisation text not null,
    close_id     bigint not null references close,
    account      text not null,
    line         text not null default '',
    kind         text not null check (kind in ('OVERRIDE', 'EXCLUSION')),
    class        text,
    reason       text,
    comment      text not null check (length(trim(comment)) > 0),
    person       text not null,
    decided_at   timestamptz not null,
    primary key (close_id, account, line, kind)
);
call keep_to_organisation('movement_decision', 'select, insert, update, delete');

-- The bridge of a close in total (dimension '') and per slice, as computed last; ratios derive from these sums.
create table figure (
    organisation     text not null,
    close_id         bigint not null references close,
    dimension        text not null,
    slice            text not null,
    opening          numeric(23, 4) not null,
    new              numeric(23, 4) not null,
    reactivation     numeric(23, 4) not null,
    expansion        numeric(23, 4) not null,
    contraction      numeric(23, 4) not null,
    churn            numeric(23, 4) not null,
    fx               numeric(23, 4) not null,
    closing          numeric(23, 4) not null,
    cohort_accounts  bigint not null,
    retained_accounts bigint not null,
    new_accounts     bigint not null,
    reactivated_accounts bigint not null,
    expanded_accounts bigint not null,
    contracted_accounts bigint not null,
    churned_accounts bigint not null,
    excluded_accounts bigint not null,
    primary key (close_id, dimension, slice)
);
call keep_to_organisation('figure', 'select, insert, delete');

-- The three legs in total per currency, as compared last.
create table tie_out_total (
    organisation text not null,
    close_id     bigint not null references close,
    currency     text not null,
    accounts     bigint not null,
    billing      numeric(23, 4) not null,
    ledger       numeric(23, 4) not null,
    retained     numeric(23, 4) not null,
    retained_from text not null check (retained_from in ('REPORT', 'TIEOUT')),
    differing    bigint not null,
    compared_at  timestamptz not null,
    primary key (close_id, currency)
);
call keep_to_organisation('tie_out_total', 'select, insert, delete');

-- A difference between the legs above tolerance, until new data clears it or an approved explanation does.
create table variance (
    id            bigint generated always as identity primary key,
    organisation  text not null,
    close_id      bigint not null references close,
    account       text not null,
    currency      text not null,
    billing       numeric(23, 4) not null,
    ledger        numeric(23, 4) not null,
    retained      numeric(23, 4) not null,
    amount        numeric(23, 4) not null,
    cause         text not null,
    suggested     text not null,
    rule_version  int not null,
    rule_row      int not null,
    owner         text,
    due_on        date not null,
    state         text not null check (state in ('OPEN', 'PROPOSED', 'EXPLAINED', 'CLEARED')),
    explanation   text,
    explained_by  text,
    explained_at  timestamptz,
    approved_by   text,
    approved_at   timestamptz,
    opened_at     timestamptz not null,
    cleared_at    timestamptz,
    unique (close_id, account, currency)
);
call keep_to_organisation('variance', 'select, insert, update');
comment on column variance.account is '''*'' stands for all accounts together: each agrees within tolerance, their sums do not.';
comment on column variance.amount is 'The largest of the three pairwise differences, absolute, in currency.';
comment on column variance.state is 'PROPOSED: explained by one person, waiting for another''s approval; still open for the publish gate.';

-- An immutable numbered version of a period's report.
create table publication (
    id           bigint generated always as identity primary key,
    organisation text not null,
    close_id     bigint not null references close,
    version      int not null check (version > 0),
    status       text not null check (status in ('PROVISIONAL', 'FINAL', 'RESTATED')),
    currency     text not null,
    published_at timestamptz not null,
    open_variances int not null,
    open_variance numeric(23, 4) not null,
    nrr_low      numeric(30, 6),
    nrr_high     numeric(30, 6),
    grr_low      numeric(30, 6),
    grr_high     numeric(30, 6),
    stamps       text not null check (stamps is json object),
    unique (close_id, version)
);
call keep_to_organisation('publication', 'select, insert');
comment on column publication.stamps is 'Kept as the text that was written, so that a hash over it stays true.';

-- The bridge of a publication, in total and per slice.
create table publication_figure (
    organisation text not null,
    publication_id bigint not null references publication,
    dimension text not null, slice text not null,
    opening numeric(23, 4) not null, new numeric(23, 4) not null, reactivation numeric(23, 4) not null,
    expansion numeric(23, 4) not null, contraction numeric(23, 4) not null, churn numeric(23, 4) not null,
    fx numeric(23, 4) not null, closing numeric(23, 4) not null,
    cohort_accounts bigint not null, retained_accounts bigint not null, new_accounts bigint not null,
    reactivated_accounts bigint not null, expanded_accounts bigint not null, contracted_accounts bigint not null,
    churned_accounts bigint not null, excluded_accounts bigint not null,
    primary key (publication_id, dimension, slice)
);
call keep_to_organisation('publication_figure', 'select, insert');

-- The movements that a publication's figures sum up.
create table publication_movement (
    organisation text not null,
    publication_id bigint not null,
    account text not null, line text not null,
    opening numeric(19, 4) not null, closing numeric(19, 4) not null,
    gross_up numeric(19, 4) not null, gross_down numeric(19, 4) not null, fx numeric(19, 4) not null,
    class text not null, reason text,
    rule_table text not null, rule_version int not null, rule_row int not null,
    overridden_by text, override_comment text, excluded_by text, exclusion_reason text, exclusion_comment text,
    attributes jsonb not null,
    primary key (publication_id, account, line)
);
call keep_to_organisation('publication_movement', 'select, insert');

create trigger immutable before update or delete or truncate on publication for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on publication_figure for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on publication_movement for each statement execute function refuse_change();
