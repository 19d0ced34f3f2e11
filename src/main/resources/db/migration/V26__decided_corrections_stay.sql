-- A note is what its author raised, whatever becomes of it; how it ended stays so.
create function keep_correction() returns trigger
    language plpgsql as $$
begin
    if (new.id, new.organisation, new.close_id, new.comment, new.policy_clause, new.note, new.sha256, new.raised_by, new.raised_at)
            is distinct from
            (old.id, old.organisation, old.close_id, old.comment, old.policy_clause, old.note, old.sha256, old.raised_by, old.raised_at)
    then
        raise exception 'correction % keeps what was raised', old.id;
    end if;
    if old.state in ('APPLIED', 'REJECTED', 'REFUSED') and
            (new.state, new.impact::text, new.impact_hash, new.refusal, new.decided_by, new.decided_at, new.decision_comment, new.applied_at)
            is distinct from
            (old.state, old.impact::text, old.impact_hash, old.refusal, old.decided_by, old.decided_at, old.decision_comment, old.applied_at)
    then
        raise exception 'correction % has ended and no longer changes', old.id;
    end if;
    return new;
end $$;
create trigger raised_correction_stays before update on correction
    for each row execute function keep_correction();

-- These run with their owner's rights: a caller's temporary table must never stand in for a real one.
alter function find_share_link(text) set search_path = public, pg_temp;
alter function find_login(text) set search_path = public, pg_temp;
alter function enlist_person(text, text, text, text, text[], timestamptz) set search_path = public, pg_temp;
