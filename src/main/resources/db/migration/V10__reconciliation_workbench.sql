-- Which data a comparison saw: a final version needs one of the close as it now is.
alter table tie_out_total add column revision bigint not null default -1;
comment on column tie_out_total.revision is 'The revision of the close that was compared; -1 when nobody kept it.';
