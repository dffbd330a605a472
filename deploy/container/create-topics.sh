#!/bin/sh
# Creates the topics of topics.csv that the cluster does not have yet, changes none that it has, and
# allows each service to write and read what the list says. The cluster must deny what no rule allows
# (no allow.everyone.if.no.acl.found); rules that the list no longer asks for are not taken away.
# Usage: create-topics.sh <bootstrap> <topics.csv>
# Environment: KAFKA_BIN (folder of Kafka's tools), REPLICATION (1; a real cluster: 3),
# KAFKA_COMMAND_CONFIG (a client properties file: who may do this, and how to get there).
set -eu
bootstrap=$1
list=$2
folder="${KAFKA_BIN:-/opt/kafka/bin}"

run() {
  tool="$folder/$1"
  shift
  if [ -n "${KAFKA_COMMAND_CONFIG:-}" ]; then
    "$tool" --bootstrap-server "$bootstrap" --command-config "$KAFKA_COMMAND_CONFIG" "$@" </dev/null
  else
    "$tool" --bootstrap-server "$bootstrap" "$@" </dev/null
  fi
}

# Every service that the list names.
services() {
  awk -F, 'NR > 1 { print $4; n = split($5, names, " "); for (i = 1; i <= n; i++) print names[i] }' \
    "$list" | sort -u
}

# --topic A --topic B …: those that have the service $2 in their column $1.
topics_of() {
  awk -F, -v column="$1" -v service="$2" 'NR > 1 {
    n = split($column, names, " ")
    for (i = 1; i <= n; i++) if (names[i] == service) printf " --topic %s", $1
  }' "$list"
}

allow() {
  service=$1
  shift
  run kafka-acls.sh --add --allow-principal "User:$service" "$@"
}

known=$(run kafka-topics.sh --list)
{
  read -r header
  if [ "$header" != "topic,partitions,cleanup,writer,readers" ]; then
    echo "$list does not begin with topic,partitions,cleanup,writer,readers" >&2
    exit 1
  fi
  while IFS=, read -r topic partitions cleanup _; do
    [ -n "$topic" ] || continue
    if printf '%s\n' "$known" | grep -qxF "$topic"; then
      continue
    fi
    case $cleanup in
      delete) settings="--config cleanup.policy=delete" ;;
      compact) settings="--config cleanup.policy=compact" ;;
      # Nothing is ever forgotten: lifting one stop must never hide another.
      forever) settings="--config cleanup.policy=delete --config retention.ms=-1 --config retention.bytes=-1" ;;
      *)
        echo "Unknown cleanup of $topic: $cleanup" >&2
        exit 1
        ;;
    esac
    # Unquoted on purpose: the settings are several words.
    # shellcheck disable=SC2086
    run kafka-topics.sh --create --if-not-exists --topic "$topic" --partitions "$partitions" \
      --replication-factor "${REPLICATION:-1}" $settings
  done
} <"$list"

for service in $(services); do
  written=$(topics_of 4 "$service")
  read=$(topics_of 5 "$service")
  # Unquoted on purpose: several words each.
  # shellcheck disable=SC2086
  [ -z "$written" ] || allow "$service" --operation Write $written
  if [ -n "$read" ]; then
    # DescribeConfigs: a service forgets what it has received no sooner than the topic does.
    # shellcheck disable=SC2086
    allow "$service" --operation Read --operation DescribeConfigs $read
    allow "$service" --operation Read --group "$service." --resource-pattern-type prefixed
  fi
done
