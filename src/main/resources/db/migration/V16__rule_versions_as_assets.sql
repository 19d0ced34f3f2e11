-- A version is written, submitted and decided about; who did what when stays with it.
alter table rule_version
    add column based_on         int,
    add column editors          text[] not null default '{}',
    add column submitted_by     text,
    add column submitted_at     timestamptz,
    add column decided_by       text,
    add column decided_at       timestamptz,
    add column decision_comment text,
    add column edition          bigint not null default 1;
comment on column rule_version.editors is 'Everyone who wrote in it, its author first: none of them approves it.';
comment on column rule_version.edition is 'Counts the changes, so that nobody saves over what they have not seen.';

-- What has been submitted is what is decided about and what closes run: from there on only its state moves, and only forward.
create function keep_submitted_rule_version() returns trigger
    language plpgsql as $$
begin
    if old.state <> 'DRAFT' and (new.content, new.sha256, new.comment, new.effective_from, new.editors, new.created_by)
            is distinct from (old.content, old.sha256, old.comment, old.effective_from, old.editors, old.created_by) then
        raise exception 'version % of % has been submitted and no longer changes', old.version, old.rule_table;
    end if;
    if (new.organisation, new.rule_table, new.version) is distinct from (old.organisation, old.rule_table, old.version) then
        raise exception 'a rule version keeps its name';
    end if;
    if new.state <> old.state and (old.state, new.state) not in
            (('DRAFT', 'IN_REVIEW'), ('IN_REVIEW', 'APPROVED'), ('IN_REVIEW', 'REJECTED'), ('APPROVED', 'RETIRED')) then
        raise exception 'a rule version does not go from % to %', old.state, new.state;
    end if;
    return new;
end $$;
create trigger submitted_rule_version_stays before update on rule_version
    for each row execute function keep_submitted_rule_version();

-- Golden cases of an organisation, beside those that the product ships: one of the same name replaces it, an inactive one leaves it out.
create table rule_case (
    id           bigint generated always as identity primary key,
    organisation text not null references organisation,
    rule_table   text not null,
    name         text not null check (length(name) between 1 and 200),
    given        jsonb not null,
    expected     jsonb not null,
    active       boolean not null default true,
    changed_by   text not null,
    changed_at   timestamptz not null,
    unique (organisation, rule_table, name)
);
call keep_to_organisation('rule_case', 'select, insert, update');

-- The number of a table's next version. Holds others back until the transaction ends, so that two drafts never get one number.
create function next_rule_version(name text) returns int
    language sql volatile as $$
    select pg_advisory_xact_lock(hashtextextended(current_organisation() || '/rules/' || name, 0));
    select coalesce(max(version), 0) + 1 from rule_version where organisation = current_organisation() and rule_table = name;
$$;
