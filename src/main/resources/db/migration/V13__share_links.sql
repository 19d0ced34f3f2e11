-- A link that shows one published version to whoever has it, until it expires or is revoked. The token itself is kept nowhere.
create table share_link (
    id             bigint generated always as identity primary key,
    organisation   text not null references organisation,
    publication_id bigint not null references publication,
    token_sha256   text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
    note           text not null check (length(trim(note)) > 0),
    created_by     text not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null check (expires_at > created_at),
    revoked_by     text,
    revoked_at     timestamptz,
    uses           bigint not null default 0,
    last_used_at   timestamptz,
    check ((revoked_by is null) = (revoked_at is null))
);
create index on share_link (publication_id);
call keep_to_organisation('share_link', 'select, insert, update (revoked_by, revoked_at, uses, last_used_at)');
comment on column share_link.token_sha256 is 'SHA-256 of the token, which has 256 random bits: who reads this table cannot open the link.';

-- Finds one link by its token's hash before any organisation is known; never lists. Whether it still opens is decided by the caller's clock.
create function find_share_link(hash text)
    returns table (id bigint, organisation text, close_id bigint, version int, expires_at timestamptz, revoked_at timestamptz)
    language sql stable security definer set search_path = public
as $$
    select l.id, l.organisation, p.close_id, p.version, l.expires_at, l.revoked_at
    from share_link l join publication p on p.id = l.publication_id
    where l.token_sha256 = hash
$$;
revoke all on function find_share_link(text) from public;
grant execute on function find_share_link(text) to tieout_app;
