#!/bin/sh
# Creates the topics of topics.csv that the cluster does not have yet; changes none that it has.
# Usage: create-topics.sh <bootstrap> <topics.csv>
# Environment: KAFKA_BIN (folder of kafka-topics.sh), REPLICATION (1; a real cluster: 3),
# KAFKA_COMMAND_CONFIG (a client properties file, for a cluster with TLS and users).
set -eu
bootstrap=$1
list=$2
topics="${KAFKA_BIN:-/opt/kafka/bin}/kafka-topics.sh"

run() {
  if [ -n "${KAFKA_COMMAND_CONFIG:-}" ]; then
    "$topics" --bootstrap-server "$bootstrap" --command-config "$KAFKA_COMMAND_CONFIG" "$@" </dev/null
  else
    "$topics" --bootstrap-server "$bootstrap" "$@" </dev/null
  fi
}

known=$(run --list)
{
  read -r header
  if [ "$header" != "topic,partitions,cleanup,writer" ]; then
    echo "$list does not begin with topic,partitions,cleanup,writer" >&2
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
    run --create --if-not-exists --topic "$topic" --partitions "$partitions" \
      --replication-factor "${REPLICATION:-1}" $settings
  done
} <"$list"
