-- Money is rounded half to even, in one place; PostgreSQL's own round() goes half away from zero.
create function round_half_even(amount numeric, decimals int) returns numeric
    language sql immutable parallel safe strict
    return case
        -- Exactly on the half and rounded to an odd digit: the even neighbour is one step towards zero.
        when abs(amount - trunc(amount, decimals)) * 2 = power(10::numeric, -decimals)
             and mod(trunc(amount, decimals) * power(10::numeric, decimals), 2) = 0
            then trunc(amount, decimals)
        else round(amount, decimals)
    end;
comment on function round_half_even(numeric, int) is 'Rounds to decimals (0 or more), ties to the even digit: 0.00005 to 0.0000, 0.00015 to 0.0002.';

-- What a billed line counts for. The close's status is the crosswalk's word; pause is the metric policy's choice.
create function recognised_mrr(mrr numeric, status text, pause text) returns numeric
    language sql immutable parallel safe
    return case
        when status in ('TRIAL', 'CANCELLED', 'EXPIRED', 'UNPAID', 'ABSENT') then 0
        when status = 'PAUSED' and pause <> 'KEEP' then 0
        else mrr
    end;
comment on function recognised_mrr(numeric, text, text) is 'Recurring revenue that a billed line carries: nothing in trial, after the end, or paused unless the policy keeps pauses.';
