-- Changes of what an organisation is called and how it is reached.

-- name: change_organisation
update organisation
set name = :name, search_text = :search_text, urn = :urn, street = :street, town = :town, postcode = :postcode, telephone = :telephone, email = :email,
    version = version + 1
where authority_id = :authority and id = :id;

-- name: organisation_with_urn
select id from organisation where authority_id = :authority and urn = :urn;

-- name: remove_organisation
delete from organisation where authority_id = :authority and id = :id;

-- name: remove_words
-- Before the organisation changes or goes: its words of now say where to look.
-- engine: sqlite
delete from organisation_words
where organisation_words match coalesce((select every_word from organisation_words_fill where authority_id = :authority and id = :organisation), '""')
  and id = :organisation;
-- engine: postgres
delete from organisation where authority_id = :authority and id = :organisation and false;
-- engine: both
