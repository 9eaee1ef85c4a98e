#!/usr/bin/env bash
# What a request costs beside nginx: CPU seconds of the whole process per request, for the published application and for
# nginx with the same page precompressed. Each is pinned to one core, the load generator to another, in turn in one run.
# Usage: eng/load-test.sh NOTES [ROUNDS] [SECONDS] [WARM_UP_SECONDS]
# Needs nginx-light (or nginx), wrk and taskset: apt-get install nginx-light wrk util-linux
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
notes=$(readlink -f "${1:?usage: eng/load-test.sh NOTES [ROUNDS] [SECONDS] [WARM_UP_SECONDS]}"); rounds=${2:-5}; seconds=${3:-10}; warm_up=${4:-20}
page=/concepts/pod; app_port=5098; nginx_port=5099; connections=64
for tool in nginx wrk taskset curl gzip; do command -v "$tool" >/dev/null || { echo "load-test: $tool is missing" >&2; exit 2; }; done
out=$(mktemp -d); pids=()
chmod 755 "$out" # nginx started by root reads the page as nobody.
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$out"' EXIT

# answers PROCESS PORT: waits for the page, half a minute at most.
answers() {
  for _ in $(seq 300); do
    kill -0 "$1" && curl -fs -o /dev/null "http://127.0.0.1:$2$page" && return
    sleep 0.1
  done
  echo "load-test: $page is not answered on port $2: $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$2$page")" >&2
  exit 1
}

dotnet publish src/KubeGuide.Web -c Release -o "$out/app" --nologo --verbosity quiet
taskset -c 0 "$out/app/kubeguide" --notes "$notes" --urls "http://127.0.0.1:$app_port" >"$out/log" 2>&1 & app=$!; pids+=("$app")
answers "$app" "$app_port"

# nginx serves the very bytes and sends the very headers.
mkdir -p "$out/site/concepts"
curl -s "http://127.0.0.1:$app_port$page" -o "$out/site$page"
curl -s -H 'Accept-Encoding: gzip' "http://127.0.0.1:$app_port$page" -o "$out/site$page.gz"
headers=$(curl -s -D - -o /dev/null "http://127.0.0.1:$app_port$page" | tr -d '\r' \
  | sed -nE 's/^(Content-Security-Policy|X-Content-Type-Options|Referrer-Policy|Cross-Origin-[A-Za-z-]+|Permissions-Policy|Cache-Control|Vary): (.*)$/add_header \1 "\2";/p')
cat >"$out/nginx.conf" <<CONF
daemon off; worker_processes 1; pid $out/nginx.pid; error_log $out/error.log;
events { worker_connections 1024; }
http {
  access_log off; server_tokens off; default_type "text/html; charset=utf-8"; keepalive_requests 1000000;
  client_body_temp_path $out/t1; proxy_temp_path $out/t2; fastcgi_temp_path $out/t3; uwsgi_temp_path $out/t4; scgi_temp_path $out/t5;
  server { listen 127.0.0.1:$nginx_port; root $out/site; gzip_static on; $headers }
}
CONF
taskset -c 0 nginx -p "$out" -c "$out/nginx.conf" & nginx=$!; pids+=("$nginx")
answers "$nginx" "$nginx_port"

tick=$(getconf CLK_TCK)
ticks() { cat "/proc/$1/stat" $(pgrep -P "$1" | sed 's|.*|/proc/&/stat|') 2>/dev/null | awk '{ n += $14 + $15 } END { print n }'; }

# round PROCESS PORT NAME HEADER SECONDS: microseconds of CPU per request, requests per second, 99th percentile
round() {
  local before after requests
  before=$(ticks "$1")
  taskset -c 1 wrk -t1 -c"$connections" -d"$5s" --latency -H 'Accept-Encoding: gzip' ${4:+-H "$4"} "http://127.0.0.1:$2$page" >"$out/wrk"
  after=$(ticks "$1")
  requests=$(awk '/requests in/ { print $1 }' "$out/wrk")
  grep -q 'Non-2xx' "$out/wrk" && [ -z "$4" ] && { echo "load-test: $3 answered errors" >&2; exit 1; }
  awk -v t=$((after - before)) -v tick="$tick" -v n="$requests" -v name="$3" -v p99="$(awk '$1 == "99%" { print $2 }' "$out/wrk")" \
    'BEGIN { printf "%-12s %8.2f us of CPU a request  %9d requests  p99 %s\n", name, t / tick * 1e6 / n, n, p99 }'
}

etag() { curl -s -D - -o /dev/null -H 'Accept-Encoding: gzip' "http://127.0.0.1:$1$page" | tr -d '\r' | sed -n 's/^ETag: //Ip'; }
app_tag=$(etag "$app_port"); nginx_tag=$(etag "$nginx_port")

echo "# $(date -u +%F), commit $(git rev-parse --short HEAD), $(nproc) cores, $(uname -sr), $(nginx -v 2>&1 | sed 's|.*/|nginx |'), .NET $(dotnet --version)"
echo "# eng/load-test.sh NOTES $rounds $seconds $warm_up; page $(stat -c %s "$out/site$page") bytes, gzip $(stat -c %s "$out/site$page.gz") bytes, $connections connections"
round "$app" "$app_port" warm-up "" "$warm_up" >/dev/null
round "$app" "$app_port" warm-up "If-None-Match: $app_tag" "$warm_up" >/dev/null
round "$nginx" "$nginx_port" warm-up "" 2 >/dev/null
for _ in $(seq "$rounds"); do
  round "$app" "$app_port" "kubeguide" "" "$seconds"
  round "$nginx" "$nginx_port" "nginx" "" "$seconds"
  round "$app" "$app_port" "kubeguide304" "If-None-Match: $app_tag" "$seconds"
  round "$nginx" "$nginx_port" "nginx304" "If-None-Match: $nginx_tag" "$seconds"
done | tee "$out/rounds"
# median NAME [FIELD]: CPU of a request, or the 99th percentile in milliseconds
median() { awk -v name="$1" -v field="${2:-2}" '$1 == name { v = $field; print (v ~ /us$/ ? v / 1000 : v ~ /ms$/ ? v + 0 : v) }' "$out/rounds" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
awk -v a="$(median kubeguide)" -v b="$(median nginx)" -v c="$(median kubeguide304)" -v d="$(median nginx304)" \
    -v p="$(median kubeguide 11)" -v q="$(median nginx 11)" \
  'BEGIN { printf "medians: a page %.2f us, %.2f times nginx; a 304 %.2f us, %.2f times nginx; p99 %.2f ms, %.2f times nginx\n", a, a / b, c, c / d, p, p / q }'
