#!/bin/sh
# The second enforcer: lets packets to models pass only while the gateway's leases live.
# Why: docs/adr/0531. How: README.md beside this file.
set -eu

TABLE="inet gatehouse_enforcer"
METRICS=${GATEHOUSE_METRICS:-http://127.0.0.1:8480/q/metrics}
# Leases are renewed three times a second; a look more often gains nothing.
PAUSE=${GATEHOUSE_ENFORCER_PAUSE:-0.2}

usage() {
  echo "usage: GATEHOUSE_MODELS='10.1.2.3 10.1.2.4' $0 install|run|remove" >&2
  echo "install: drop packets to these IPv4 addresses unless they are open; nothing is open yet" >&2
  echo "run:     keep them open while the gateway at GATEHOUSE_METRICS says that its leases live" >&2
  echo "remove:  take the rules away again" >&2
  exit 2
}

# The addresses as nft wants them. Anything else than digits and dots could be a command.
models() {
  test -n "${GATEHOUSE_MODELS:-}" || { echo "GATEHOUSE_MODELS is empty: name the models' addresses" >&2; exit 2; }
  list=
  for address in $GATEHOUSE_MODELS; do
    case $address in
      *[!0-9.]*) echo "GATEHOUSE_MODELS: '$address' is no IPv4 address" >&2; exit 2 ;;
    esac
    list="${list:+$list, }$address${1:+ timeout $1}"
  done
  echo "$list"
}

# In one transaction: at no moment are the rules there without the set, or half of them.
install_rules() {
  guarded=$(models)
  nft -f - <<RULES
add table $TABLE
delete table $TABLE
table $TABLE {
  set guarded {
    type ipv4_addr
    elements = { $guarded }
  }
  set open {
    type ipv4_addr
    flags timeout
  }
  chain leaving {
    type filter hook output priority 0; policy accept;
    ip daddr @guarded ip daddr != @open counter drop
  }
  chain passing {
    type filter hook forward priority 0; policy accept;
    ip daddr @guarded ip daddr != @open counter drop
  }
}
RULES
}

# Milliseconds for which all three leases still live; 0 if one does not, or nobody answers.
left() {
  curl -fsS --max-time 0.5 "$METRICS" 2>/dev/null | awk '
    /^gatehouse_lease_left_seconds[{]/ {
      owners++
      if ($NF !~ /^-?[0-9]/ || $NF <= 0) closed = 1
      else if (least == "" || $NF + 0 < least) least = $NF + 0
    }
    END { print (owners == 3 && !closed) ? int(least * 1000) : 0 }' || echo 0
}

# The kernel forgets the addresses by itself: nothing has to run for the door to close.
open_for() {
  addresses=$(models)
  timed=$(models "${1}ms")
  nft -f - <<RULES
add element $TABLE open { $addresses }
delete element $TABLE open { $addresses }
add element $TABLE open { $timed }
RULES
}

close() {
  addresses=$(models)
  nft -f - <<RULES
add element $TABLE open { $addresses }
delete element $TABLE open { $addresses }
RULES
}

# Milliseconds since the machine started, without a process of its own.
clock() {
  read -r seconds _ < /proc/uptime
  now=$((${seconds%.*}${seconds#*.} * 10))
}

# What the gateway says grows old while it is fetched, and while this process stands still: the time
# counts from before the question. An agent that stood still before nft takes back what it opened.
run() {
  while :; do
    clock
    asked=$now
    said=$(left)
    clock
    millis=$((said - (now - asked)))
    if [ "$millis" -gt 0 ]; then
      open_for "$millis"
      clock
      if [ $((now - asked)) -ge "$said" ]; then
        close
      fi
    fi
    sleep "$PAUSE"
  done
}

case ${1:-} in
  install) install_rules ;;
  run) models > /dev/null; run ;;
  remove) nft delete table $TABLE ;;
  *) usage ;;
esac
