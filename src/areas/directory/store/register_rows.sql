-- The national registers as imports write them. Rows travel as one JSON text of a thousand: one statement instead of a
-- thousand is what makes millions of them quick. Nothing is ever deleted from a register.

-- name: keep_establishments
-- Adds and updates schools. A row older than the one that is held leaves it alone; a file that is not whole (columns are
-- missing) leaves what it does not say.
insert into gias_establishment (urn, authority_code, establishment_number, name, type_code, type_name, group_code, status_code,
        status_name, opened_on, closed_on, phase_name, age_low, age_high, capacity, pupils, trust_uid, trust_name, ukprn, street, town, postcode,
        easting, northing, website, telephone, last_changed_on, row_hash, vintage)
-- engine: sqlite
select value ->> 'urn', value ->> 'authority_code', value ->> 'establishment_number', value ->> 'name', value ->> 'type_code',
       value ->> 'type_name', value ->> 'group_code', value ->> 'status_code', value ->> 'status_name', value ->> 'opened_on',
       value ->> 'closed_on', value ->> 'phase_name', value ->> 'age_low', value ->> 'age_high', value ->> 'capacity',
       value ->> 'pupils', value ->> 'trust_uid', value ->> 'trust_name', value ->> 'ukprn', value ->> 'street',
       value ->> 'town', value ->> 'postcode', value ->> 'easting', value ->> 'northing', value ->> 'website',
       value ->> 'telephone', value ->> 'last_changed_on', value ->> 'row_hash', :vintage
from json_each(:rows)
-- engine: postgres
select urn, authority_code, establishment_number, name, type_code, type_name, group_code, status_code, status_name, opened_on,
       closed_on, phase_name, age_low, age_high, capacity, pupils, trust_uid, trust_name, ukprn, street, town, postcode,
       easting, northing, website, telephone, last_changed_on, row_hash, cast(:vintage as text)
from json_to_recordset(cast(:rows as json)) as given (
       urn text, authority_code text, establishment_number text, name text, type_code text, type_name text, group_code text,
       status_code text, status_name text, opened_on date, closed_on date, phase_name text, age_low integer, age_high integer,
       capacity integer, pupils integer, trust_uid text, trust_name text, ukprn text, street text, town text, postcode text,
       easting integer, northing integer, website text, telephone text, last_changed_on date, row_hash text)
-- engine: both
where true
on conflict (urn) do update
set authority_code = case when :is_whole then excluded.authority_code else coalesce(excluded.authority_code, gias_establishment.authority_code) end,
    establishment_number = case when :is_whole then excluded.establishment_number else coalesce(excluded.establishment_number, gias_establishment.establishment_number) end,
    name = excluded.name,
    type_code = excluded.type_code,
    type_name = case when :is_whole then excluded.type_name else coalesce(excluded.type_name, gias_establishment.type_name) end,
    group_code = case when :is_whole then excluded.group_code else coalesce(excluded.group_code, gias_establishment.group_code) end,
    status_code = excluded.status_code,
    status_name = excluded.status_name,
    opened_on = case when :is_whole then excluded.opened_on else coalesce(excluded.opened_on, gias_establishment.opened_on) end,
    closed_on = case when :is_whole then excluded.closed_on else coalesce(excluded.closed_on, gias_establishment.closed_on) end,
    phase_name = case when :is_whole then excluded.phase_name else coalesce(excluded.phase_name, gias_establishment.phase_name) end,
    age_low = case when :is_whole then excluded.age_low else coalesce(excluded.age_low, gias_establishment.age_low) end,
    age_high = case when :is_whole then excluded.age_high else coalesce(excluded.age_high, gias_establishment.age_high) end,
    capacity = case when :is_whole then excluded.capacity else coalesce(excluded.capacity, gias_establishment.capacity) end,
    pupils = case when :is_whole then excluded.pupils else coalesce(excluded.pupils, gias_establishment.pupils) end,
    trust_uid = case when :is_whole then excluded.trust_uid else coalesce(excluded.trust_uid, gias_establishment.trust_uid) end,
    trust_name = case when :is_whole then excluded.trust_name else coalesce(excluded.trust_name, gias_establishment.trust_name) end,
    ukprn = case when :is_whole then excluded.ukprn else coalesce(excluded.ukprn, gias_establishment.ukprn) end,
    street = case when :is_whole then excluded.street else coalesce(excluded.street, gias_establishment.street) end,
    town = case when :is_whole then excluded.town else coalesce(excluded.town, gias_establishment.town) end,
    postcode = case when :is_whole then excluded.postcode else coalesce(excluded.postcode, gias_establishment.postcode) end,
    easting = case when :is_whole then excluded.easting else coalesce(excluded.easting, gias_establishment.easting) end,
    northing = case when :is_whole then excluded.northing else coalesce(excluded.northing, gias_establishment.northing) end,
    website = case when :is_whole then excluded.website else coalesce(excluded.website, gias_establishment.website) end,
    telephone = case when :is_whole then excluded.telephone else coalesce(excluded.telephone, gias_establishment.telephone) end,
    last_changed_on = case when :is_whole then excluded.last_changed_on else coalesce(excluded.last_changed_on, gias_establishment.last_changed_on) end,
    row_hash = excluded.row_hash,
    vintage = excluded.vintage
where excluded.row_hash <> gias_establishment.row_hash
  and (gias_establishment.last_changed_on is null or excluded.last_changed_on is null or excluded.last_changed_on >= gias_establishment.last_changed_on);

-- name: keep_links
-- Adds and updates links between schools.
insert into gias_link (urn, linked_urn, link_type, linked_name, established_on)
-- engine: sqlite
select value ->> 'urn', value ->> 'linked_urn', value ->> 'link_type', value ->> 'linked_name', value ->> 'established_on'
from json_each(:rows)
-- engine: postgres
select urn, linked_urn, link_type, linked_name, established_on
from json_to_recordset(cast(:rows as json)) as given (
       urn text, linked_urn text, link_type text, linked_name text, established_on date)
-- engine: both
where true
on conflict (urn, linked_urn, link_type) do update
set linked_name = excluded.linked_name, established_on = excluded.established_on
where excluded.linked_name is distinct from gias_link.linked_name
   or excluded.established_on is distinct from gias_link.established_on;

-- name: keep_groups
-- Adds and updates trusts and other groups.
insert into gias_group (uid, group_id, name, type_name, status_name, companies_house, ukprn, opened_on, closed_on, postcode)
-- engine: sqlite
select value ->> 'uid', value ->> 'group_id', value ->> 'name', value ->> 'type_name', value ->> 'status_name',
       value ->> 'companies_house', value ->> 'ukprn', value ->> 'opened_on', value ->> 'closed_on', value ->> 'postcode'
from json_each(:rows)
-- engine: postgres
select uid, group_id, name, type_name, status_name, companies_house, ukprn, opened_on, closed_on, postcode
from json_to_recordset(cast(:rows as json)) as given (
       uid text, group_id text, name text, type_name text, status_name text, companies_house text, ukprn text, opened_on date,
       closed_on date, postcode text)
-- engine: both
where true
on conflict (uid) do update
set group_id = excluded.group_id, name = excluded.name, type_name = excluded.type_name, status_name = excluded.status_name,
    companies_house = excluded.companies_house, ukprn = excluded.ukprn, opened_on = excluded.opened_on,
    closed_on = excluded.closed_on, postcode = excluded.postcode
where excluded.group_id is distinct from gias_group.group_id
   or excluded.name is distinct from gias_group.name
   or excluded.type_name is distinct from gias_group.type_name
   or excluded.status_name is distinct from gias_group.status_name
   or excluded.companies_house is distinct from gias_group.companies_house
   or excluded.ukprn is distinct from gias_group.ukprn
   or excluded.opened_on is distinct from gias_group.opened_on
   or excluded.closed_on is distinct from gias_group.closed_on
   or excluded.postcode is distinct from gias_group.postcode;

-- name: keep_postcodes
-- Adds and updates postcodes. What a later list leaves blank stays as it was known.
insert into postcode_point (postcode, easting, northing, latitude, longitude, authority_gss, terminated_on)
-- engine: sqlite
select value ->> 'postcode', value ->> 'easting', value ->> 'northing', value ->> 'latitude', value ->> 'longitude',
       value ->> 'authority_gss', value ->> 'terminated_on'
from json_each(:rows)
-- engine: postgres
select postcode, easting, northing, latitude, longitude, authority_gss, terminated_on
from json_to_recordset(cast(:rows as json)) as given (
       postcode text, easting integer, northing integer, latitude double precision, longitude double precision,
       authority_gss text, terminated_on text)
-- engine: both
where true
on conflict (postcode) do update
set easting = coalesce(excluded.easting, postcode_point.easting),
    northing = coalesce(excluded.northing, postcode_point.northing),
    latitude = coalesce(excluded.latitude, postcode_point.latitude),
    longitude = coalesce(excluded.longitude, postcode_point.longitude),
    authority_gss = coalesce(excluded.authority_gss, postcode_point.authority_gss),
    terminated_on = coalesce(excluded.terminated_on, postcode_point.terminated_on)
where coalesce(excluded.easting, postcode_point.easting) is distinct from postcode_point.easting
   or coalesce(excluded.northing, postcode_point.northing) is distinct from postcode_point.northing
   or coalesce(excluded.latitude, postcode_point.latitude) is distinct from postcode_point.latitude
   or coalesce(excluded.longitude, postcode_point.longitude) is distinct from postcode_point.longitude
   or coalesce(excluded.authority_gss, postcode_point.authority_gss) is distinct from postcode_point.authority_gss
   or coalesce(excluded.terminated_on, postcode_point.terminated_on) is distinct from postcode_point.terminated_on;

-- name: see_establishments
-- Notes that the rows that stay as they were stand in this file too.
update gias_establishment
set vintage = :vintage
-- engine: sqlite
where (urn, row_hash) in (select value ->> 'urn', value ->> 'row_hash' from json_each(:rows))
-- engine: postgres
where (urn, row_hash) in (select urn, row_hash from json_to_recordset(cast(:rows as json)) as given (urn text, row_hash text))
-- engine: both
  and vintage <> :vintage;

-- name: count_establishments
select count(*) as count from gias_establishment;

-- name: count_links
select count(*) as count from gias_link;

-- name: count_groups
select count(*) as count from gias_group;

-- name: count_postcodes
select count(*) as count from postcode_point;
