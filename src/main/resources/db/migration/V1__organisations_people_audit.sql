-- The role the application works as. It owns nothing, so row-level security binds it, and it holds only the grants below.
do $$
begin
    if not exists (select from pg_roles where rolname = 'tieout_app') then
        create role tieout_app nologin;
    end if;
    -- Lets an external database's single login (the owner) step down with `set role`.
    if current_user <> 'tieout_app' and not pg_has_role(current_user, 'tieout_app', 'set') then
        execute format('grant tieout_app to %I', current_user);
    end if;
end $$;

grant usage on schema public to tieout_app;

-- The organisation of the running transaction; set by the transaction manager, empty for nobody.
create function current_organisation() returns text
    language sql stable parallel safe
    return nullif(current_setting('tieout.organisation', true), '');

-- Turns on row-level security for a table with an organisation and grants what the application may do with it.
create procedure keep_to_organisation(tab regclass, may text)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tab);
    execute format(
        'create policy own_organisation on %s using (organisation = (select current_organisation()))'
        || ' with check (organisation = (select current_organisation()))', tab);
    execute format('grant %s on %s to tieout_app', may, tab);
end $$;

-- The register of organisations: names only, so it has no row-level security.
create table organisation (
    id         text primary key check (id ~ '^[a-z][a-z0-9-]{1,29}$'),
    name       text not null check (length(name) between 1 and 200),
    created_at timestamptz not null,
    created_by text not null
);
grant select, insert on organisation to tieout_app;

-- People who log in. The operator of the installation belongs to no organisation.
create table person (
    name          text primary key check (name ~ '^[a-z][a-z0-9.@_-]{1,79}$'),
    organisation  text references organisation,
    display_name  text not null,
    password_hash text not null,
    roles         text[] not null,
    active        boolean not null default true,
    created_at    timestamptz not null
);
call keep_to_organisation('person', 'select, insert, update');

-- Finds one login by its exact name before any organisation is known; never lists.
create function find_login(login text)
    returns setof person
    language sql stable security definer set search_path = public
as $$ select * from person where name = login $$;
revoke all on function find_login(text) from public;
grant execute on function find_login(text) to tieout_app;

-- Creates the first users of an organisation or the operator, when there is no one yet who could.
create function enlist_person(login text, org text, shown text, hash text, its_roles text[], at timestamptz)
    returns void
    language sql security definer set search_path = public
as $$
    insert into person (name, organisation, display_name, password_hash, roles, created_at)
    values (login, org, shown, hash, its_roles, at)
    on conflict (name) do nothing
$$;
revoke all on function enlist_person(text, text, text, text, text[], timestamptz) from public;
grant execute on function enlist_person(text, text, text, text, text[], timestamptz) to tieout_app;

-- One row per change of state; append-only, hash-chained per organisation. 'installation' is the operator's own chain.
create table audit_entry (
    organisation  text not null,
    seq           bigint not null check (seq > 0),
    at            timestamptz not null,
    actor         text not null,
    action        text not null,
    subject       text not null,
    before        text,
    after         text,
    why           text,
    previous_hash text not null,
    hash          text not null check (length(hash) = 64),
    primary key (organisation, seq)
);
call keep_to_organisation('audit_entry', 'select, insert');

create function refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Binds the owner too: grants alone would not.
create trigger append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
