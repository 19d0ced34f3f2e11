-- A draft can be thrown away; its number is not used again, so that the trail never tells two stories under one name.
alter table rule_version drop constraint rule_version_state_check;
alter table rule_version add constraint rule_version_state_check
    check (state in ('DRAFT', 'DISCARDED', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'RETIRED'));

alter table rule_version
    add column edited_by text,
    add column edited_at timestamptz;
comment on column rule_version.edited_by is 'Who wrote in the draft last; the trail has a row for each time that a person sits down to it, not for each cell.';

-- As before, and a draft may be discarded.
create or replace function keep_submitted_rule_version() returns trigger
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
            (('DRAFT', 'DISCARDED'), ('DRAFT', 'IN_REVIEW'), ('IN_REVIEW', 'APPROVED'), ('IN_REVIEW', 'REJECTED'),
             ('APPROVED', 'RETIRED')) then
        raise exception 'a rule version does not go from % to %', old.state, new.state;
    end if;
    return new;
end $$;

-- A submitted version on its way to a decision: where it stands and what came out so far. The decision itself stands in rule_version.
create table rule_change (
    id                   bigint generated always as identity primary key,
    organisation         text not null,
    rule_table           text not null,
    version              int not null,
    step                 text not null check (step in ('ANALYSIS', 'BACK_TEST', 'DECISION')),
    moved_at             timestamptz not null,
    analysis             text,
    analysed_at          timestamptz,
    golden_cases         int,
    trouble              text,
    process_instance_key bigint,
    unique (organisation, rule_table, version),
    foreign key (organisation, rule_table, version) references rule_version (organisation, rule_table, version)
);
call keep_to_organisation('rule_change', 'select, insert, update');
comment on column rule_change.analysis is 'What was found, as JSON: the approver decides about this, whatever golden cases are written later.';
comment on column rule_change.golden_cases is 'How many golden cases were held against it.';

-- What was submitted before versions had a process gets one: the watch starts it.
insert into rule_change (organisation, rule_table, version, step, moved_at)
select organisation, rule_table, version, 'ANALYSIS', coalesce(submitted_at, created_at)
from rule_version where state = 'IN_REVIEW';

create index on task (organisation, subject) where subject is not null;
