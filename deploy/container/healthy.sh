#!/bin/bash
# Says by its exit code whether 127.0.0.1:$1 answers GET $2 with 200. Only bash itself: neither image that
# it is used in promises curl or wget.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
read -r -t 5 status <&3
[[ $status == "HTTP/1.1 200"* ]]
