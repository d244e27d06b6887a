#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own, which goes when the command ends: `scripts/with-postgres.sh npm test`.
# The command finds the server's address in CHANCERY_TEST_POSTGRES. Needs PostgreSQL's programs on the machine, but no running server.
set -euo pipefail

initdb="$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb | sort -V | tail -1)"
bin="$(dirname "$initdb")"
folder="$(mktemp -d)"
port="$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"

# PostgreSQL refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as=(runuser -u postgres --)
fi

stop() {
  "${as[@]}" "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop || true
  rm -rf "$folder"
}
trap stop EXIT

cd "$folder"
"${as[@]}" sh -c "echo secret > '$folder/password'"
"${as[@]}" "$bin/initdb" --pgdata="$folder/data" --username=chancery --pwfile="$folder/password" --auth=scram-sha-256 \
  --encoding=UTF8 --locale=C.UTF-8 --no-sync > "$folder/initdb.log"
"${as[@]}" "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --wait --silent start \
  --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200"
cd "$OLDPWD"

export CHANCERY_TEST_POSTGRES="postgres://chancery:secret@127.0.0.1:$port/postgres"
"$@"
