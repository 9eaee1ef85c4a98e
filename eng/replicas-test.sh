#!/usr/bin/env bash
# Two replicas behind nginx, round robin: the same ETags from both, forms answered by either, and one of them ended under load.
# Usage: eng/replicas-test.sh [PUBLISHED_APP]     (publishes one itself where none is named)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source eng/checks.sh
install_where_missing nginx nginx-light
work=$(mktemp -d)
declare -A pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

app=${1:-$work/app}
[ -x "$app/kubeguide" ] || dotnet publish src/KubeGuide.Web -c Release -o "$app" --nologo --verbosity quiet
port=${KUBEGUIDE_TEST_PORT:-5804}; one=$((port + 1)) two=$((port + 2)); site=http://127.0.0.1:$port

start() {
  "$app/kubeguide" --notes docs --urls "http://127.0.0.1:$1" >>"$work/$1.log" 2>&1 &
  pids[$1]=$!
  within 60 curl -fs -o /dev/null "http://127.0.0.1:$1/healthz/ready"
}

start_nginx() {
  cat >"$work/nginx.conf" <<CONF
pid $work/nginx.pid;
error_log $work/nginx-error.log;
daemon off;
events { }
http {
  access_log off;
  client_body_temp_path $work/body; proxy_temp_path $work/proxy; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  upstream kubeguide { server 127.0.0.1:$one max_fails=1 fail_timeout=2s; server 127.0.0.1:$two max_fails=1 fail_timeout=2s; keepalive 16; }
  server {
    listen 127.0.0.1:$port;
    location / { proxy_pass http://kubeguide; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host \$host; add_header X-Replica \$upstream_addr always; }
  }
}
CONF
  nginx -c "$work/nginx.conf" -p "$work" -e "$work/nginx-error.log" &
  pids[nginx]=$!
  within 20 curl -fs -o /dev/null "$site/healthz/ready"
}

etags() {
  local path encoding
  for path in / /concepts/pod /concepts/service /terms /notes /map /references /index.json /concepts/pod.json /diagnostics.json /sitemap.xml /feed.atom; do
    for encoding in identity gzip br; do
      printf '%s %s %s\n' "$path" "$encoding" "$(curl -s -o /dev/null -H "Accept-Encoding: $encoding" -w '%header{etag}' "http://127.0.0.1:$1$path")"
    done
  done
}

same_etags() {
  etags "$one" >"$work/etags-one"; etags "$two" >"$work/etags-two"
  diff "$work/etags-one" "$work/etags-two" && [ "$(grep -c '"' "$work/etags-one")" -ge 30 ]
}

ten_forms() {
  local n
  for n in $(seq 10); do
    printf 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web-%s\n' "$n" >"$work/form.yaml"
    curl -s -D - --data-urlencode "yaml@$work/form.yaml" "$site/manifest" >"$work/answer-$n" || return 1
    head -n 1 "$work/answer-$n" | grep -q ' 200' && grep -q "web-$n" "$work/answer-$n" || { echo "form $n was not answered"; return 1; }
  done
  [ "$(grep -h -i '^x-replica' "$work"/answer-* | sort -u | wc -l)" = 2 ]
}

# A reader on one connection after another, until the file is there; prints what it got. (A fragment is not sent: it only counts.)
read_pages() {
  until [ -e "$work/enough" ]; do
    curl -s -o /dev/null -w '%{http_code} %{exitcode}\n' "$site/concepts/{pod,service,deployment,ingress}#[1-50]" || true
  done
}

# Ends a replica with a signal while four readers read, and a second longer; counts the requests, and those that were not a whole 200.
end_under_load() {
  local signal=$1 replica=$2 readers=() reader
  rm -f "$work/enough"
  for reader in 1 2 3 4; do
    read_pages >"$work/load-$reader" 2>/dev/null & readers[reader]=$!
  done
  sleep 1
  kill "-$signal" "${pids[$replica]}"
  wait "${pids[$replica]}" 2>/dev/null || true
  sleep 1
  touch "$work/enough"
  wait "${readers[@]}"
  requests=$(cat "$work"/load-? | wc -l)
  failures=$(cat "$work"/load-? | grep -cv '^200 0$' || true)
}

# nginx leaves a replica out for a while after a failure; only then is it one of two again.
sends_to() { curl -s -D - -o /dev/null "$site/healthz/ready" | grep -qi "^x-replica: 127.0.0.1:$1"; }

echo "== two replicas behind nginx"
start "$one"; start "$two"; start_nginx
check "both replicas give the same ETags, in every encoding" same_etags
check "ten manifest forms, sent round robin, are all answered, by both" ten_forms
end_under_load TERM "$one"
check "SIGTERM to one of two under load: $requests requests, $failures failed" [ "$failures" = 0 ]
start "$one"
within 20 sends_to "$one"
end_under_load KILL "$two" 2>/dev/null
check "kill -9 to one of two under load: $requests requests, $failures failed, at most the four in flight" [ "$failures" -le 4 ]
finish replicas
