-- area: platform

-- From here on, on PostgreSQL, each migration also puts row-level security on the tables that hold rows of an authority and have none:
-- src/platform/database/authority_lock.hpp. This one changes nothing itself; it is there so that the tables of before are locked too.
-- engine: postgres
comment on table authority is 'Rows that carry an authority_id open only to the role of that authority (waymark_990), and to the owner of the tables.';
-- engine: both
