-- What a published version reads like by another product's definitions, worked out once. A cache: every row can be worked out again.
create table lens_result (
    organisation   text not null,
    publication_id bigint not null references publication,
    pack           text not null,
    basis          text not null,
    result         jsonb not null,
    worked_out_at  timestamptz not null,
    primary key (publication_id, pack, basis)
);
call keep_to_organisation('lens_result', 'select, insert, delete');
comment on column lens_result.basis is 'SHA-256 of the pack, and the version that the period before was opened from: another of either is worked out anew.';
