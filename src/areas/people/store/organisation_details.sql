-- Changes of what an organisation is called and how it is reached.

-- name: change_organisation
update organisation
set name = :name, urn = :urn, street = :street, town = :town, postcode = :postcode, telephone = :telephone, email = :email,
    version = version + 1
where authority_id = :authority and id = :id;

-- name: organisation_with_urn
select id from organisation where authority_id = :authority and urn = :urn;

-- name: remove_organisation
delete from organisation where authority_id = :authority and id = :id;
