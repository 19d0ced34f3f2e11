-- Accounts and lines that go on under other ids since a customer moved from one billing system to another, and from which period on.
-- An empty subscription or product on the old side means any; on the new side, that it keeps its name.
create table account_move (
    organisation     text not null,
    effective_from   text not null,
    starts_on        date not null,
    old_account      text not null,
    old_subscription text not null default '',
    old_product      text not null default '',
    new_account      text not null,
    new_subscription text not null default '',
    new_product      text not null default '',
    old_system       text,
    new_system       text,
    source_id        bigint not null,
    line             bigint not null,
    primary key (organisation, effective_from, old_account, old_subscription, old_product)
);
create index on account_move (source_id);
create index on account_move (organisation, new_account);
call keep_to_organisation('account_move', 'select, insert, delete');

alter table source drop constraint source_kind_check;
alter table source add constraint source_kind_check
    check (kind in ('OPENING', 'BILLING', 'LEDGER', 'RETAINED', 'ACCOUNTS', 'RATES', 'MIGRATION'));

-- Under which ids a line was carried over, where it goes on under others, and the row of the file that says so.
alter table opening_line
    add column was_account text, add column was_subscription text, add column was_product text,
    add column move_source bigint, add column move_line bigint;
create index on opening_line (close_id, was_account) where was_account is not null;

alter table evidence_opening
    add column was_account text, add column was_subscription text, add column was_product text,
    add column move_source bigint, add column move_line bigint;

-- Under which account id a row of the other legs came, where it counts for the account's new one.
alter table ledger_row add column was_account text;
alter table retained_row add column was_account text;
create index on ledger_row (organisation, period) where was_account is not null;
grant update on retained_row to tieout_app;

-- Which id an account goes by in a close, for ids that it went by before: every move of the whole account that has taken effect, one
-- after the other. An account that moved to several ids goes by none of them.
create function account_alias(of_close bigint) returns table (account text, goes_by text)
    language sql stable
as $$
    with recursive c as (
        select * from close where id = of_close
    ), step as (
        select m.old_account, min(m.new_account) as new_account, m.starts_on
        from account_move m cross join c
        where m.organisation = c.organisation and m.starts_on <= c.starts_on
        group by m.old_account, m.starts_on
        having count(distinct m.new_account) = 1
    ), walk as (
        select old_account, new_account, starts_on from step
        union all
        select w.old_account, s.new_account, s.starts_on
        from walk w join step s on s.old_account = w.new_account and s.starts_on > w.starts_on
    )
    select old_account, goes_by
    from (select distinct on (w.old_account) w.old_account, w.new_account as goes_by
          from walk w order by w.old_account, w.starts_on desc) last
    where goes_by <> old_account
      and not exists (select from opening_line o where o.close_id = of_close and o.account = last.old_account)
$$;
