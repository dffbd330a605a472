#!/bin/sh
# Creates the topics of topics.csv that the cluster does not have yet, changes none that it has, and
# allows each service to write and read what the list says. The cluster must deny what no rule allows
# (no allow.everyone.if.no.acl.found). What is allowed on a topic of the list, or to a service of the
# list, and does not stand there is taken away and printed; other rules of the cluster are left alone.
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

tab=$(printf '\t')

# What the list allows: kind, name, pattern, principal, host, operation.
wanted() {
  awk -F, -v OFS="$tab" 'NR > 1 && $1 != "" {
    print "TOPIC", $1, "LITERAL", "User:" $4, "*", "WRITE"
    n = split($5, names, " ")
    for (i = 1; i <= n; i++) {
      print "TOPIC", $1, "LITERAL", "User:" names[i], "*", "READ"
      print "TOPIC", $1, "LITERAL", "User:" names[i], "*", "DESCRIBE_CONFIGS"
      print "GROUP", names[i] ".", "PREFIXED", "User:" names[i], "*", "READ"
    }
  }' "$list"
}

# What the cluster allows, in the same form, from the words of kafka-acls.sh.
present() {
  printf '%s\n' "$1" | sed -n \
    -e "s/^Current ACLs.*resourceType=\([A-Z_]*\), name=\(.*\), patternType=\([A-Z]*\)).*/on$tab\1$tab\2$tab\3/p" \
    -e "s/^[[:space:]]*(principal=\(.*\), host=\(.*\), operation=\([A-Z_]*\), permissionType=ALLOW).*/to$tab\1$tab\2$tab\3/p" |
    awk -F"$tab" -v OFS="$tab" '
      $1 == "on" { on = $2 OFS $3 OFS $4 }
      $1 == "to" { print on, $2, $3, $4 }'
}

rules=$(run kafka-acls.sh --list)
{
  wanted | sed "s/^/wanted$tab/"
  present "$rules" | sed "s/^/present$tab/"
} | awk -F"$tab" -v OFS="$tab" '
  { rule = $2 OFS $3 OFS $4 OFS $5 OFS $6 OFS $7 }
  $1 == "wanted" { listed[rule]; user[$5]; if ($2 == "TOPIC") topic[$3]; next }
  rule in listed || ($2 != "TOPIC" && $2 != "GROUP") { next }
  ($5 in user) || ($2 == "TOPIC" && $4 == "LITERAL" && $3 in topic) {
    # kafka-acls.sh says DESCRIBE_CONFIGS and wants to hear DescribeConfigs.
    n = split($7, words, "_")
    operation = ""
    for (i = 1; i <= n; i++) operation = operation substr(words[i], 1, 1) tolower(substr(words[i], 2))
    print tolower($2), $3, tolower($4), $5, $6, operation
  }' |
  while IFS="$tab" read -r kind name pattern principal host operation; do
    echo "Taken away, because $list does not have it: $principal may $operation $kind $name"
    run kafka-acls.sh --remove --force --allow-principal "$principal" --allow-host "$host" \
      --operation "$operation" "--$kind" "$name" --resource-pattern-type "$pattern"
  done
