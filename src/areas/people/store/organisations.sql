-- Authorities with their own choices, and organisations of every kind.

-- name: insert_authority
insert into authority (id, gss, name, created_at) values (:authority, :gss, :name, :now)
on conflict (id) do nothing;

-- name: authority_name
select name from authority where id = :authority;

-- name: first_authority
-- The authority of a database with one; the first by its code where there are neighbours.
select id from authority order by id limit 1;

-- name: set_authority_setting
insert into authority_setting (authority_id, name, value, from_day) values (:authority, :name, :value, :from)
on conflict (authority_id, name, from_day) do update set value = excluded.value;

-- name: authority_setting
-- The value in force on that day.
select value from authority_setting
where authority_id = :authority and name = :name and from_day <= :day
order by from_day desc limit 1;

-- name: insert_organisation
insert into organisation (authority_id, id, kind, name, urn, ukprn, dfe_number, company_number, parent_id, phase, street, town,
    postcode, telephone, email, opened_on, closed_on, in_authority, search_text, created_at, created_by)
values (:authority, :id, :kind, :name, :urn, :ukprn, :dfe_number, :company_number, :parent, :phase, :street, :town,
    :postcode, :telephone, :email, :opened_on, :closed_on, :in_authority, :search_text, :now, :actor);

-- name: add_words
-- On SQLite, where the full-text index is a table of its own: what its view says of the organisation.
-- engine: sqlite
insert into organisation_words (words, id) select words, id from organisation_words_fill where authority_id = :authority and id = :organisation;
-- engine: postgres
delete from organisation where authority_id = :authority and id = :organisation and false;
-- engine: both

-- name: organisation
select id, kind, name, urn, ukprn, dfe_number, company_number, parent_id, phase, street, town, postcode, telephone, email,
    opened_on, closed_on, in_authority, version
from organisation
where authority_id = :authority and id = :id;

-- name: organisation_by_urn
select id, kind, name, urn, ukprn, dfe_number, company_number, parent_id, phase, street, town, postcode, telephone, email,
    opened_on, closed_on, in_authority, version
from organisation
where authority_id = :authority and urn = :urn;

-- name: organisations_of_kind
-- Open ones, by name.
select id, kind, name, urn, ukprn, dfe_number, company_number, parent_id, phase, street, town, postcode, telephone, email,
    opened_on, closed_on, in_authority, version
from organisation
where authority_id = :authority and kind = :kind and (closed_on is null or closed_on > :today)
order by name, id;

-- name: schools_of_trust
select id, kind, name, urn, ukprn, dfe_number, company_number, parent_id, phase, street, town, postcode, telephone, email,
    opened_on, closed_on, in_authority, version
from organisation
where authority_id = :authority and parent_id = :trust
order by name, id;
