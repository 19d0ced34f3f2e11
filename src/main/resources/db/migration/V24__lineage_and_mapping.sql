-- What a rejected row amounts to, as far as it could be read; on the row of its first fault only. Null in rows from before.
alter table source_reject
    add column amount   numeric,
    add column currency text;

-- What a row brought to the line that it was added up to. Null in rows from before.
alter table source_part add column amount numeric;
create index on source_part (source_id, into_line);
