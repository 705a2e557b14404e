-- name: applied_migrations
select number, name from schema_migration order by number;

-- name: note_migration
insert into schema_migration (number, name) values (:number, :name);
