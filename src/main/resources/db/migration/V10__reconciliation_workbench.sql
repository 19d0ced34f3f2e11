-- Which data a comparison saw: a final version needs one of the close as it now is.
alter table tie_out_total add column revision bigint not null default -1;
comment on column tie_out_total.revision is 'The revision of the close that was compared; -1 when nobody kept it.';

-- Fresh statistics after a large import: the statements that follow it at once are planned on them.
grant maintain on account, billing_row, ledger_row, retained_row, opening_line to tieout_app;

-- Which accounts a comparison leaves out.
create index excluded_movement on movement (close_id, account) where excluded_by is not null;
