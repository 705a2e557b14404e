-- What a block that makes a role is given: settings of the transaction, gone with it. On SQLite they do nothing and are never asked for.

-- name: set_role
-- engine: postgres
select set_config('waymark.role', cast(:value as text), true) as value;
-- engine: sqlite
select cast(:value as text) as value;
-- engine: both

-- name: set_role_password
-- engine: postgres
select set_config('waymark.role_password', cast(:value as text), true) as value;
-- engine: sqlite
select cast(:value as text) as value;
-- engine: both
