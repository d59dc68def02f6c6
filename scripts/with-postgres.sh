#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own: scripts/with-postgres.sh COMMAND...
# The server has a private folder and socket, no port on the network, and is gone when the command ends. Its address
# is in CLEW_TEST_POSTGRES. Where PostgreSQL is absent it is installed from Debian's packages; that needs root.
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: $0 COMMAND..." >&2; exit 2; }

programs() {
  local found
  for found in /usr/lib/postgresql/*/bin /usr/local/pgsql/bin "$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")"; do
    if [ -x "$found/initdb" ] && [ -x "$found/pg_ctl" ]; then
      echo "$found"
      return
    fi
  done
  return 1
}

install() {
  command -v apt-get >/dev/null || { echo 'PostgreSQL is absent, and so is apt-get: install PostgreSQL 15 or newer.' >&2; exit 1; }
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || { echo 'PostgreSQL is absent. As root: apt-get install postgresql' >&2; exit 1; }
    root=(sudo -n)
  fi
  echo 'Installing PostgreSQL from the packages of the system' >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql >&2
}

programs >/dev/null || install
bin=$(programs) || { echo 'PostgreSQL was installed, but its programs are not where they are expected.' >&2; exit 1; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/clew-pg-XXXXXX")
# The server refuses to run as root.
as_server=()
if [ "$(id -u)" -eq 0 ]; then
  id postgres >/dev/null 2>&1 || { echo 'There is no account postgres to run the server as.' >&2; exit 1; }
  chown postgres "$folder"
  as_server=(setpriv --reuid=postgres --regid="$(id -g postgres)" --clear-groups)
fi

stop() {
  (cd / && "${as_server[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1) || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Without fsync: what is tried here is what Clew does, and the server outlives each process that is killed.
start() {
  cd /
  "${as_server[@]}" "$bin/initdb" -D "$folder/data" -U clew --auth=trust --encoding=UTF8 --no-locale --no-sync >/dev/null
  "${as_server[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w start \
    -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=50 -c fsync=off" >/dev/null
}
(start) || { echo 'PostgreSQL did not start.' >&2; cat "$folder/log" >&2 2>/dev/null || true; exit 1; }

export CLEW_TEST_POSTGRES="postgres:///postgres?host=$folder&user=clew"
"$@"
