-- As before; and who handed a version over stands from there on, who decided about it and why once that is decided, and nobody who wrote
-- in it has approved it.
create or replace function keep_submitted_rule_version() returns trigger
    language plpgsql as $$
begin
    if (new.organisation, new.rule_table, new.version) is distinct from (old.organisation, old.rule_table, old.version) then
        raise exception 'a rule version keeps its name';
    end if;
    if (new.created_by, new.created_at) is distinct from (old.created_by, old.created_at) then
        raise exception 'a rule version keeps its author';
    end if;
    if old.state <> 'DRAFT' and (new.content, new.sha256, new.comment, new.effective_from, new.editors, new.based_on, new.submitted_by,
                new.submitted_at, new.edited_by, new.edited_at)
            is distinct from (old.content, old.sha256, old.comment, old.effective_from, old.editors, old.based_on, old.submitted_by,
                old.submitted_at, old.edited_by, old.edited_at) then
        raise exception 'version % of % has been submitted and no longer changes', old.version, old.rule_table;
    end if;
    if old.state not in ('DRAFT', 'IN_REVIEW')
            and (new.approved_by, new.approved_at, new.decided_by, new.decided_at, new.decision_comment)
            is distinct from (old.approved_by, old.approved_at, old.decided_by, old.decided_at, old.decision_comment) then
        raise exception 'the decision about version % of % stands', old.version, old.rule_table;
    end if;
    if new.state <> old.state and (old.state, new.state) not in
            (('DRAFT', 'DISCARDED'), ('DRAFT', 'IN_REVIEW'), ('IN_REVIEW', 'APPROVED'), ('IN_REVIEW', 'REJECTED'),
             ('APPROVED', 'RETIRED')) then
        raise exception 'a rule version does not go from % to %', old.state, new.state;
    end if;
    if new.state in ('DRAFT', 'DISCARDED', 'IN_REVIEW')
            and num_nonnulls(new.approved_by, new.approved_at, new.decided_by, new.decided_at) > 0 then
        raise exception 'version % of % has not been decided about', old.version, old.rule_table;
    end if;
    if new.state = 'APPROVED' and (new.decided_by = any (new.editors) or new.decided_by = new.submitted_by) then
        raise exception 'who wrote in version % of % does not approve it', old.version, old.rule_table;
    end if;
    return new;
end $$;
