-- What the made-up area writes that no area writes yet: registers that come by import in a real one.

-- name: insert_postcode
insert into postcode_point (postcode, easting, northing) values (:postcode, :easting, :northing) on conflict do nothing;

-- name: insert_subcontract
insert into subcontract (authority_id, id, organisation_id, subcontractor_id, from_day, created_at, created_by)
values (:authority, :id, :provider, :subcontractor, :from_day, :now, :actor);
