-- What a billed line would count for if other statuses carried revenue; null for those that do.
create function carried_mrr(mrr numeric, status text, pause text, bearing text[]) returns numeric
    language sql immutable parallel safe
    return case
        when bearing is null then recognised_mrr(mrr, status, pause)
        when status = any (bearing) then mrr
        else 0
    end;

-- What a published version's lines came to under some choices: `line_balance` over the lines that were kept with it. The choices are a
-- metric policy's, as the columns of its table: its own, or others to see what would have been.
--
-- `of_previous`: where the period opens from what the version of the period before closed with under the same choices, that version;
-- null to open from the cohort as it was frozen. `bearing`: the statuses that carry revenue, whatever the choices say of them; null for
-- those that always do. `meanings`: by source and by status another status, for lines whose status word would have meant something
-- else; null when every word keeps its meaning.
create function published_balance(of_publication bigint, of_previous bigint, choices jsonb, bearing text[], meanings jsonb)
    returns table (
        account text, subscription text, product text, opening numeric, closing numeric, fx numeric, status text,
        quantity_change numeric, discount_change numeric)
    language sql stable parallel safe
as $$
    with chosen as materialized (
        select p.reporting_currency, p.fx, p.pause from jsonb_populate_record(null::metric_policy, choices) p
    ),
    rated as materialized (
        select e.record->>'currency' as currency, (e.record->>'opening')::numeric as opening, (e.record->>'closing')::numeric as closing
        from evidence_record e where e.publication_id = of_publication and e.kind = 'rate'
    ),
    cohort as (
        select l.account, l.subscription, l.product, l.mrr, l.currency, l.quantity, l.discount
        from evidence_opening l
        where of_previous is null
          and l.publication_id = (select e.kept_by from evidence_part e where e.publication_id = of_publication and e.part = 'OPENING')
        union all
        select b.account, b.subscription, b.product,
               carried_mrr(b.mrr, coalesce(meanings->b.source_id::text->>b.status, b.status), p.pause, bearing),
               b.currency, b.quantity, b.discount
        from evidence_billing b cross join chosen p
        where of_previous is not null and not b.late
          and b.publication_id = (select e.kept_by from evidence_part e where e.publication_id = of_previous and e.part = 'BILLING')
          and carried_mrr(b.mrr, coalesce(meanings->b.source_id::text->>b.status, b.status), p.pause, bearing) > 0
    ),
    opened as (
        select true as found, l.account, l.subscription, l.product, l.quantity, l.discount,
               case when l.currency = p.reporting_currency then l.mrr else round_half_even(l.mrr * r.opening, 4) end as amount
        from cohort l
        cross join chosen p
        left join rated r on r.currency = l.currency
    ),
    meant as (
        select b.account, b.subscription, b.product, b.currency, b.quantity, b.discount,
               coalesce(meanings->b.source_id::text->>b.status, b.status) as status,
               carried_mrr(b.mrr, coalesce(meanings->b.source_id::text->>b.status, b.status), p.pause, bearing) as mrr
        from evidence_billing b cross join chosen p
        where not b.late
          and b.publication_id = (select e.kept_by from evidence_part e where e.publication_id = of_publication and e.part = 'BILLING')
    ),
    billed as (
        select true as found, b.account, b.subscription, b.product, b.status, b.quantity, b.discount,
               case when b.currency = p.reporting_currency then b.mrr else round_half_even(b.mrr * r.opening, 4) end as amount,
               case when b.currency = p.reporting_currency or p.fx = 'CONSTANT' then 0
                    else round_half_even(b.mrr * r.closing, 4) - round_half_even(b.mrr * r.opening, 4) end as fx
        from meant b
        cross join chosen p
        left join rated r on r.currency = b.currency
    )
    select account, subscription, product,
           case when o.found is null then 0 else o.amount end,
           case when b.found is null then 0 else b.amount + b.fx end,
           case when b.found is null then 0 else b.fx end,
           b.status,
           b.quantity - o.quantity,
           case when o.found and b.found then coalesce(b.discount, 0) - coalesce(o.discount, 0) end
    from opened o full join billed b using (account, subscription, product)
$$;

-- A version of a rule table, held against the published periods as they stood: what would have come out otherwise.
create table back_test (
    id            bigint generated always as identity primary key,
    organisation  text not null references organisation,
    rule_table    text not null,
    version       int not null,
    sha256        text not null check (length(sha256) = 64),
    basis         text not null check (length(basis) = 64),
    state         text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    trouble       text,
    requested_by  text not null,
    requested_at  timestamptz not null,
    progressed_at timestamptz not null,
    finished_at   timestamptz,
    unique (organisation, rule_table, version, sha256, basis),
    check ((state = 'FAILED') = (trouble is not null)),
    check ((state = 'DONE') = (finished_at is not null))
);
call keep_to_organisation('back_test', 'select, insert, update (state, trouble, progressed_at, finished_at)');
comment on column back_test.sha256 is 'Of the content that was tested: a draft can change afterwards.';
comment on column back_test.basis is 'SHA-256 over the publications that it was run on: with another one out, the test is stale.';

-- One published period of a test. Which ones there are is said when it begins; each is filled in as it is done.
create table back_test_period (
    organisation      text not null,
    back_test_id      bigint not null references back_test,
    publication_id    bigint not null references publication,
    position          int not null,
    base_version      int not null,
    done_at           timestamptz,
    not_replayed      text,
    movements         bigint,
    changed           bigint,
    changed_accounts  bigint,
    changed_amount    numeric(23, 4),
    reason_changes    bigint,
    overridden        bigint,
    override_differs  bigint,
    undecided         bigint,
    primary key (back_test_id, publication_id)
);
call keep_to_organisation('back_test_period', 'select, insert,'
    || ' update (done_at, not_replayed, movements, changed, changed_accounts, changed_amount, reason_changes, overridden,'
    || ' override_differs, undecided)');
comment on column back_test_period.base_version is 'The version of the table that the period was published with.';
comment on column back_test_period.not_replayed is 'Why the period could not be decided again.';
comment on column back_test_period.changed is 'Movements, or variances, that get another class or cause.';
comment on column back_test_period.changed_amount is 'The sum of their amounts without their signs.';
comment on column back_test_period.override_differs is 'Movements on which a person''s decision stands and the table would now say otherwise than it did.';

-- The bridge that a period would have had.
create table back_test_figure (
    organisation text not null,
    back_test_id bigint not null references back_test,
    publication_id bigint not null references publication,
    dimension text not null, slice text not null,
    opening numeric(23, 4) not null, new numeric(23, 4) not null, reactivation numeric(23, 4) not null,
    expansion numeric(23, 4) not null, contraction numeric(23, 4) not null, churn numeric(23, 4) not null,
    fx numeric(23, 4) not null, closing numeric(23, 4) not null,
    cohort_accounts bigint not null, retained_accounts bigint not null, new_accounts bigint not null,
    reactivated_accounts bigint not null, expanded_accounts bigint not null, contracted_accounts bigint not null,
    churned_accounts bigint not null, excluded_accounts bigint not null,
    primary key (back_test_id, publication_id, dimension, slice)
);
call keep_to_organisation('back_test_figure', 'select, insert');

-- Every movement, or variance, that gets another class, reason or cause.
create table back_test_change (
    organisation   text not null,
    back_test_id   bigint not null,
    publication_id bigint not null,
    account        text not null,
    line           text not null default '',
    currency       text not null,
    account_name   text,
    opening        numeric(19, 4),
    was_closing    numeric(19, 4),
    closing        numeric(19, 4),
    was_amount     numeric(23, 4) not null,
    amount         numeric(23, 4) not null,
    was            text not null,
    becomes        text not null,
    was_reason     text,
    becomes_reason text,
    was_row        int not null,
    becomes_row    int not null,
    primary key (back_test_id, publication_id, account, line, currency)
);
call keep_to_organisation('back_test_change', 'select, insert');
comment on column back_test_change.becomes is 'NONE where there would be no such movement, as was is NONE where there was none.';
comment on column back_test_change.amount is 'Of a movement what it changes, closing less opening without exchange rates; of a variance its largest difference.';

-- How many facts each row of the tested table decided, and each row of the one that the period was published with.
create table back_test_hit (
    organisation   text not null,
    back_test_id   bigint not null,
    publication_id bigint not null,
    base           boolean not null,
    table_row      int not null,
    hits           bigint not null,
    primary key (back_test_id, publication_id, base, table_row)
);
call keep_to_organisation('back_test_hit', 'select, insert');

-- Status words that would mean something else, with the lines that bear them. Lines keep the meaning of their word and not the word: where
-- words of one meaning part, nobody can say whose lines they are, and the amount is the most that it could be.
create table back_test_word (
    organisation   text not null,
    back_test_id   bigint not null,
    publication_id bigint not null,
    billing_system text not null,
    word           text not null,
    currency       text not null,
    was            text,
    becomes        text,
    told           text not null check (told in ('EXACT', 'AT_MOST', 'REJECTED', 'TAKEN_IN')),
    lines          bigint not null,
    amount         numeric(23, 4) not null,
    primary key (back_test_id, publication_id, billing_system, word, currency)
);
call keep_to_organisation('back_test_word', 'select, insert');
comment on column back_test_word.told is 'EXACT: in the figures. AT_MOST: words of one meaning part. REJECTED: the word would not be known. TAKEN_IN: rejected rows whose word would be known.';
comment on column back_test_word.currency is 'Empty for rejected rows, whose amounts nobody read.';

create trigger append_only before update or delete or truncate on back_test_word for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on back_test_figure for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on back_test_change for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on back_test_hit for each statement execute function refuse_change();
