#!/bin/sh
# Holds the enforcer to what it promises, in a network of its own. Exit 77: cannot run here, and why.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

if [ "${1:-}" != inside ]; then
  command -v nft > /dev/null || { echo "not run: there is no nft here (Debian: apt-get install nftables)"; exit 77; }
  command -v curl > /dev/null || { echo "not run: there is no curl here"; exit 77; }
  unshare -n nft list tables > /dev/null 2>&1 \
    || { echo "not run: no right to make a network namespace with nftables (root and CAP_NET_ADMIN)"; exit 77; }
  exec unshare -n sh "$0" inside
fi

folder=$(mktemp -d)
agent=
trap '[ -z "$agent" ] || kill -CONT "$agent" 2>/dev/null; [ -z "$agent" ] || kill "$agent" 2>/dev/null; rm -rf "$folder"' EXIT
ip link set lo up
MODEL=127.0.0.2
export GATEHOUSE_MODELS=$MODEL GATEHOUSE_METRICS="file://$folder/metrics" GATEHOUSE_ENFORCER_PAUSE=0.1

say() { # seconds left of each lease
  for owner in ADMISSION CONSENT INCIDENT; do
    echo "gatehouse_lease_left_seconds{owner=\"$owner\"} $1"
  done > "$folder/new"
  mv "$folder/new" "$folder/metrics"
}
# Nobody listens there: refused means that the packet arrived, no answer that it was dropped.
reaches() {
  code=0
  curl -s --max-time 0.3 "http://$MODEL:9/" > /dev/null || code=$?
  [ "$code" -eq 7 ]
}
within() { # tenths of a second, word, command
  tenths=$1; shift
  while [ "$tenths" -gt 0 ]; do
    if "$@"; then return 0; fi
    tenths=$((tenths - 1))
    sleep 0.1
  done
  return 1
}
stays() { # tenths of a second, command
  tenths=$1; shift
  while [ "$tenths" -gt 0 ]; do
    "$@" || return 1
    tenths=$((tenths - 1))
    sleep 0.1
  done
}
blocked() { ! reaches; }
must() { # sentence, command
  sentence=$1; shift
  if "$@"; then echo "ok: $sentence"; else echo "FAILED: $sentence"; exit 1; fi
}

must "without rules a model is reached" reaches
sh "$here/enforcer.sh" install
must "with rules and without leases it is not" blocked
say 0.8
sh "$here/enforcer.sh" run & agent=$!
must "leases that live open the door" within 30 reaches
say -0.1
must "leases that ran out close it" within 30 blocked
say 0.8
must "and it opens again" within 30 reaches
kill -STOP "$agent"
must "an agent that is stopped leaves the door to the kernel, which closes it" within 30 blocked
kill -CONT "$agent"
must "it goes on when the agent does" within 30 reaches
rm "$folder/metrics"
must "a gateway that says nothing is closed" within 30 blocked
say NaN
must "one that never had a lease stays closed" blocked
kill "$agent"
mkdir "$folder/slow"
printf '#!/bin/sh\n%s "$@"\ncode=$?\nsleep 0.4\nexit $code\n' "$(command -v curl)" > "$folder/slow/curl"
chmod +x "$folder/slow/curl"
say 0.3
PATH="$folder/slow:$PATH" sh "$here/enforcer.sh" run & agent=$!
must "what was said too long ago opens nothing" stays 15 blocked
say 0.8
must "and what was said long ago opens for what is left of it" within 30 reaches
code=0
GATEHOUSE_MODELS='1.2.3.4; flush ruleset' sh "$here/enforcer.sh" install 2> /dev/null || code=$?
must "what is no address is refused" [ "$code" -eq 2 ]
sh "$here/enforcer.sh" remove
must "without rules again it is reached" reaches
