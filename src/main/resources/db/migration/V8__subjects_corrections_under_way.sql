-- What a task decides about, when it is less than its whole close: 'correction/12', 'rule/movement-classification/3'.
alter table task add column subject text;

-- Set and cleared by the one transaction that applies a correction; nobody else ever sees a value.
alter table close add column correction_id bigint;
comment on column close.correction_id is 'The approved correction that is being applied: while it is, a final close takes changes.';
