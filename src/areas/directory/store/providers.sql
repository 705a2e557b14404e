-- Providers: the organisation (owned by people) and the profile that the directory keeps of it.

-- name: providers
-- With :organisation none, all of the authority.
select p.organisation_id, o.name, p.registration, o.urn, o.ukprn, o.company_number, o.street, o.town, o.postcode,
       o.telephone, o.email, p.website, p.summary, p.a_typical_week, p.how_to_get_a_place, p.safeguarding_lead,
       p.safeguarding_telephone, p.published, o.in_authority, o.closed_on, p.version
from provider p
join organisation o on o.authority_id = p.authority_id and o.id = p.organisation_id
where p.authority_id = :authority and (cast(:organisation as uuid) is null or p.organisation_id = cast(:organisation as uuid))
order by o.name, p.organisation_id;

-- name: providers_named
-- Those whose name has words that begin as typed (words_to_find): the first of them, and how many there are in all.
select p.organisation_id, o.name, p.registration, count(*) over () as found
from provider p
join organisation o on o.authority_id = p.authority_id and o.id = p.organisation_id
where p.authority_id = :authority and p.organisation_id in (
-- engine: sqlite
    select id from organisation_words where organisation_words match coalesce(:words, '""')
-- engine: postgres
    select found.id from organisation found where found.search_words @@ cast(:words as tsquery)
-- engine: both
)
order by o.name, p.organisation_id
limit :rows;

-- name: insert_provider
insert into provider (authority_id, organisation_id, registration, summary, a_typical_week, how_to_get_a_place, website,
                      safeguarding_lead, safeguarding_telephone, published, created_at, created_by)
values (:authority, :organisation, :registration, :summary, :a_typical_week, :how_to_get_a_place, :website,
        :safeguarding_lead, :safeguarding_telephone, :published, :now, :actor);

-- name: update_provider
update provider
set registration = :registration, summary = :summary, a_typical_week = :a_typical_week,
    how_to_get_a_place = :how_to_get_a_place, website = :website, safeguarding_lead = :safeguarding_lead,
    safeguarding_telephone = :safeguarding_telephone, published = :published, version = version + 1
where authority_id = :authority and organisation_id = :organisation and version = :seen_version;

-- name: sites
-- Newest last, closed ones too. With :organisation none, of all providers.
select id, organisation_id, name, address, postcode, easting, northing, latitude, longitude, access_notes, closed_on, version
from site
where authority_id = :authority and (cast(:organisation as uuid) is null or organisation_id = cast(:organisation as uuid))
order by organisation_id, name, id;

-- name: insert_site
insert into site (authority_id, id, organisation_id, name, address, postcode, easting, northing, latitude, longitude,
                  access_notes, created_at, created_by)
values (:authority, :id, :organisation, :name, :address, :postcode, :easting, :northing, :latitude, :longitude,
        :access_notes, :now, :actor);

-- name: update_site
update site
set name = :name, address = :address, postcode = :postcode, easting = :easting, northing = :northing,
    latitude = :latitude, longitude = :longitude, access_notes = :access_notes, closed_on = :closed_on, version = version + 1
where authority_id = :authority and id = :id and organisation_id = :organisation and version = :seen_version;

-- name: subcontracts
-- Who works for whom today, in both directions.
select s.organisation_id, main.name as name, s.subcontractor_id, other.name as subcontractor_name, site.name as site_name,
       s.from_day, s.to_day
from subcontract s
join organisation main on main.authority_id = s.authority_id and main.id = s.organisation_id
join organisation other on other.authority_id = s.authority_id and other.id = s.subcontractor_id
left join site on site.authority_id = s.authority_id and site.id = s.site_id
where s.authority_id = :authority and (s.organisation_id = :organisation or s.subcontractor_id = :organisation)
  and s.from_day <= :today and (s.to_day is null or s.to_day >= :today)
order by main.name, other.name;

-- name: people_of
-- Who acts for the provider here today, by role and name.
select u.name, u.email, u.telephone, m.role
from membership m
join app_user u on u.authority_id = m.authority_id and u.id = m.user_id
where m.authority_id = :authority and m.organisation_id = :organisation and u.active
  and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)
order by m.role, u.name;

-- name: remove_provider
delete from provider where authority_id = :authority and organisation_id = :organisation;

-- name: remove_site
delete from site where authority_id = :authority and id = :id;
