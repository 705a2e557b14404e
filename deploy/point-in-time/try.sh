#!/usr/bin/env bash
# Tries point-in-time recovery for real, on this machine alone and in a folder of its own: a PostgreSQL that pgBackRest archives, Waymark on
# it, work before and after a moment, a restore to that moment, and the proof that all before it is there and nothing after it.
#
#   deploy/point-in-time/try.sh [build/dev/waymark]
#
# Needs postgresql-15 and pgbackrest (Debian 12). Takes about a minute, listens on 127.0.0.1:PORT (9141 unless said), leaves nothing
# behind unless KEEP=1. As root the database runs as nobody, since PostgreSQL does not run as root.
set -euo pipefail

waymark=$(realpath "${1:-build/dev/waymark}")
here=$(cd "$(dirname "$0")" && pwd)
programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
port=${PORT:-9141}
folder=$(mktemp -d)
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; else "$@"; fi; }
if [ "$(id -u)" = 0 ]; then chown nobody:nogroup "$folder"; fi
clear_up() {
    as "$programs/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null 2>&1 || true
    if [ "${KEEP:-}" = 1 ]; then echo "Kept: $folder"; else rm -rf "$folder"; fi
}
trap clear_up EXIT
say() { printf '\n%s\n' "$*"; }

as mkdir -p "$folder"/{repository,log,spool,lock}
# What an operator writes to /etc/pgbackrest.conf, with this folder in the place of /var/lib and /var/log: see docs/manual/point-in-time.md.
sed -e "s|@FOLDER@|$folder|g" -e "s|@PORT@|$port|g" -e "s|@CIPHER@|$(openssl rand -base64 48 | tr -d '\n')|" "$here/pgbackrest.conf" | as tee "$folder/pgbackrest.conf" > /dev/null
chmod 600 "$folder/pgbackrest.conf"
rest() { as pgbackrest --config="$folder/pgbackrest.conf" --stanza=waymark "$@"; }

say "1. A PostgreSQL that archives"
as "$programs/initdb" -D "$folder/data" -A trust -U waymark --locale=C.UTF-8 --encoding=UTF8 --no-instructions > "$folder/initdb.log"
as tee -a "$folder/data/postgresql.conf" > /dev/null << SETTINGS
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$folder'
archive_mode = on
archive_command = 'pgbackrest --config=$folder/pgbackrest.conf --stanza=waymark archive-push %p'
archive_timeout = 60
wal_level = replica
SETTINGS
start() { as "$programs/pg_ctl" -D "$folder/data" -w -t 120 -l "$folder/postgres.log" start > /dev/null; }
start
rest stanza-create
rest check
database="postgresql://waymark@127.0.0.1:$port/harrowdale"
sql() { "$programs/psql" -XAtq "$database" -c "$1"; }
"$programs/createdb" -h 127.0.0.1 -p "$port" -U waymark harrowdale

say "2. Waymark on it, a full backup, and work after that"
"$waymark" authority Harrowdale --code 990 --administrator "Zoe Lamb" --email zoe.lamb@harrowdale.example --database "$database" > /dev/null
rest --type=full backup
for code in 991 992 993; do
    "$waymark" authority "Area $code" --code $code --administrator "Sam Ode" --email "sam.ode@area$code.example" --beside-others --database "$database" > /dev/null
done
events_before=$(sql "select count(*) from event")
moment=$(sql "select clock_timestamp()")
echo "The moment to come back to: $moment, with $events_before events"
sleep 2
"$waymark" authority "By mistake" --code 994 --administrator "Sam Ode" --email sam.ode@area994.example --beside-others --database "$database" > /dev/null
sql "drop table message_outbox"   # the mistake
events_after=$(sql "select count(*) from event")
sql "select pg_switch_wal()" > /dev/null

say "3. Back to that moment"
as "$programs/pg_ctl" -D "$folder/data" -m fast stop > /dev/null
began=$(date +%s)
rest --delta --type=time --target="$moment" --target-action=promote restore
start
until [ "$(sql 'select pg_is_in_recovery()')" = f ]; do sleep 0.2; done
echo "Restored and open again after $(($(date +%s) - began)) s"

say "4. What is there"
[ "$(sql "select count(*) from event")" = "$events_before" ] || { echo "Events: $(sql "select count(*) from event"), expected $events_before" >&2; exit 1; }
[ "$events_after" -gt "$events_before" ]
[ "$(sql "select count(*) from authority where id = '994'")" = 0 ] || { echo "What came after the moment is there" >&2; exit 1; }
[ "$(sql "select count(*) from pg_class where relname = 'message_outbox'")" = 1 ] || { echo "The table is still gone" >&2; exit 1; }
for code in 990 991 992 993; do
    [ "$(sql "select count(*) from authority where id = '$code'")" = 1 ] || { echo "Area $code is not there" >&2; exit 1; }
    "$waymark" audit verify --database "$database" --authority $code | head -n 1
done
"$waymark" migrate --database "$database"
echo "All $events_before events from before the moment are there; the $((events_after - events_before)) after it, and the mistake, are not."
