#!/bin/sh
# Creates each database with its two roles, as chassis/embedded does: <name>_owner owns it (migrations),
# <name>_app may connect and gets its rights from the migrations. What exists is left as it is.
#
# Connects as psql does without options (PGHOST, PGUSER, ...), so it serves the image's
# /docker-entrypoint-initdb.d as well as a server of the hospital's. Passwords come from
# <NAME>_OWNER_PASSWORD and <NAME>_APP_PASSWORD and never stand on a command line.
set -eu

create() {
  database=$1
  export OWNER_PASSWORD="$2" APP_PASSWORD="$3"
  if [ -z "$OWNER_PASSWORD" ] || [ -z "$APP_PASSWORD" ]; then
    echo "The passwords of $database are not set" >&2
    exit 1
  fi
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-${PGUSER:-postgres}}" \
    --dbname postgres --set database="$database" --set owner="${database}_owner" \
    --set app="${database}_app" <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', :'owner', :'owner_password')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'owner') \gexec
SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', :'app', :'app_password')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'app') \gexec
SELECT format('CREATE DATABASE %I OWNER %I', :'database', :'owner')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"app";
SQL
}

create admission "${ADMISSION_OWNER_PASSWORD:-}" "${ADMISSION_APP_PASSWORD:-}"
create consent "${CONSENT_OWNER_PASSWORD:-}" "${CONSENT_APP_PASSWORD:-}"
create incident "${INCIDENT_OWNER_PASSWORD:-}" "${INCIDENT_APP_PASSWORD:-}"
create gateway "${GATEWAY_OWNER_PASSWORD:-}" "${GATEWAY_APP_PASSWORD:-}"
create keycloak "${KEYCLOAK_OWNER_PASSWORD:-}" "${KEYCLOAK_APP_PASSWORD:-}"
