-- The national registers that providers are checked against: establishments, their links, and where postcodes are.

-- name: register_entry
select urn, name, type_code, type_name, status_code, status_name, opened_on, closed_on, age_low, age_high, capacity, pupils,
       trust_name, ukprn, street, town, postcode, vintage
from gias_establishment
where urn = :urn;

-- name: register_links
select linked_urn, linked_name, link_type, established_on
from gias_link
where urn = :urn
order by established_on desc nulls last, linked_urn;

-- name: postcode_point
select easting, northing, latitude, longitude
from postcode_point
where postcode = :postcode;
