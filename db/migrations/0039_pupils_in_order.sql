-- area: pupils
-- The list of children in its own order, so that a page of it reads its own rows and not all of them.
create index pupil_in_order on pupil (authority_id, last_name, known_as, id);
