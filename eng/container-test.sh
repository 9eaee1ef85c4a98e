#!/usr/bin/env bash
# Builds the image, runs it as a hardened host would, and checks what such a host relies on. Needs podman; installs it on Debian as root.
# Where no image registry answers, eng/base-images.sh makes stand-ins for the base images first.
# Usage: eng/container-test.sh [IMAGE]     (an image that is there already is not built)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source eng/checks.sh
install_where_missing podman podman buildah runc netavark uidmap ca-certificates
install_where_missing runc runc
install_where_missing ss iproute2

image=${1:-localhost/kubeguide:test}
port=${KUBEGUIDE_TEST_PORT:-5807}
site=http://127.0.0.1:$port
work=$(mktemp -d); chmod 755 "$work"
trap 'podman rm -f -t 0 kubeguide-test >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

build() {
  local mounts=() folder
  for folder in "$HOME/.nuget/NuGet" "$HOME/.config/NuGet"; do
    [ -d "$folder" ] && mounts+=(-v "$folder:/root/${folder#"$HOME"/}:ro")
  done
  [ -d "$HOME/.nuget/packages" ] && mounts+=(-v "$HOME/.nuget/packages:/root/.nuget/packages")
  [ -n "${NUGET_CERT_REVOCATION_MODE:-}" ] && mounts+=(--env "NUGET_CERT_REVOCATION_MODE=$NUGET_CERT_REVOCATION_MODE")
  podman --runtime runc build --format docker --network host --ulimit nofile=1024:1024 --ulimit nproc=4096:4096 "${mounts[@]}" \
    --timestamp "$(git log -1 --format=%ct)" --build-arg "SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)" --build-arg "REVISION=$(git rev-parse HEAD)" "$@"
}

# in_readme COMMAND: what README's line says behind the command, with our notes.
in_readme() { sed -nE "s|/path/to/notes|$work/notes|; s|^$1 (.*)|\\1|p" README.md | grep .; }

# run NOTES [podman argument]... [-- kubeguide argument...]: read-only, without capabilities, 256 MiB. NOTES may be empty.
run() {
  local notes=$1 arguments=(); shift
  [ -z "$notes" ] || arguments+=(-v "$notes:/notes:ro")
  while [ $# -gt 0 ] && [ "$1" != -- ]; do arguments+=("$1"); shift; done
  [ $# -gt 0 ] && shift
  podman rm -f -t 0 kubeguide-test >/dev/null 2>&1 || true
  podman --runtime runc run --name kubeguide-test --no-healthcheck --network host --ulimit nofile=1024:1024 --ulimit nproc=4096:4096 \
    --env "ASPNETCORE_HTTP_PORTS=$port" --read-only --read-only-tmpfs=false --cap-drop ALL --security-opt no-new-privileges --memory 256m --memory-swap 256m \
    "${arguments[@]}" "$image" "$@"
}

serve() { run "$1" -d "${@:2}" >/dev/null && within 60 curl -fs -o /dev/null "$site/healthz/ready"; }
refuses() { # refuses TEXT run-arguments...: ends with code 2 and one line that has the text
  local text=$1 code=0; shift
  run "$@" >"$work/refused" 2>&1 || code=$?
  [ "$code" = 2 ] && [ "$(wc -l <"$work/refused")" = 1 ] && grep -qF -- "$text" "$work/refused" || { echo "code $code"; cat "$work/refused"; return 1; }
}
page() { curl -fs "$site$1"; }
inspect() { podman image inspect --format "$1" "$image"; }
pid() { podman inspect --format '{{.State.Pid}}' kubeguide-test; }
status() { grep -E "^$1:" "/proc/$(pid)/status"; }

echo "== image"
read -r sdk runtime < <(sed -nE 's/^FROM (--[^ ]+ )?([^ ]+).*/\2/p' Dockerfile | xargs)
for base in "$sdk" "$runtime"; do
  podman image exists "$base" || timeout 300 podman pull -q "$base" >/dev/null 2>&1 || { eng/base-images.sh "$runtime" "$sdk"; break; }
done
[ $# -gt 0 ] || build -t "$image" . >"$work/build.log" 2>&1 || { tail -n 30 "$work/build.log"; exit 1; }
echo "  $(inspect '{{.Size}}' | awk '{ printf "%.0f MB", $1 / 1e6 }') with base $(podman image inspect --format '{{.Size}}' "$runtime" | awk '{ printf "%.0f MB", $1 / 1e6 }')"

same_again() {
  local first; first=$(inspect '{{.RootFS.Layers}}')
  build --no-cache -t "$image-again" . >"$work/again.log" 2>&1 && [ "$first" = "$(podman image inspect --format '{{.RootFS.Layers}}' "$image-again")" ]
}
no_shell() { ! run "" --entrypoint /bin/sh -- -c true >/dev/null 2>&1; }
check "runs as a user that is not root, listens on 8080" has "1654 map[8080/tcp" inspect '{{.Config.User}} {{.Config.ExposedPorts}}'
[ $# -gt 0 ] || check "says which commit it is" has "$(git rev-parse HEAD)" inspect '{{index .Config.Labels "org.opencontainers.image.revision"}}'
readme_builds() { local words; read -ra words < <(in_readme 'docker build') && build "${words[@]}"; }
[ $# -gt 0 ] || check "README's line builds it" readme_builds
check "asks its own health" grep -q '"CMD","/app/kubeguide","healthcheck"' <(podman image inspect "$image" | tr -d ' \n')
[ $# -gt 0 ] || check "is the same again, layer by layer, built without the cache" same_again

echo "== notes in the image"
started=$(date +%s%N); serve ""; ready=$((($(date +%s%N) - started) / 1000000))
check "is ready by itself (here after $ready ms)" has '"status":"ready"' page /healthz/ready
check "says version, concepts and notes" grep -qE '"version":"[0-9.]+".*"concepts":[1-9][0-9]+,"notes":[1-9][0-9]+' <(page /healthz/ready)
check "healthcheck answers 0" podman exec kubeguide-test /app/kubeguide healthcheck
check "the process is 1654, not root" grep -qP "^Uid:\t1654\t1654" <(status Uid)
check "the process has no capability" grep -qE "0000000000000000$" <(status CapEff)
first_lines() { podman logs kubeguide-test 2>&1 | head -n 10 >"$work/first"; [ -s "$work/first" ] && ! grep -vE '^\{.*\}$' "$work/first" && ! grep -E '"LogLevel":"(Warning|Error|Critical)"' "$work/first"; }
check "the first log lines are JSON and free of warnings" first_lines
every_page() {
  local path
  for path in / /terms /notes /map /resources /references /board /manifest /index.json /diagnostics.json $(page /index.json | grep -oE '"url":"/[^"]+' | cut -d'"' -f4 | sort -u); do
    page "$path" >/dev/null || { echo "$path"; return 1; }
    page "$path" -H 'Accept-Encoding: br' >/dev/null || return 1
  done
}
check "answers every page of every concept and note" every_page
large_form() { { printf 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: large\ndata:\n  text: |\n'; yes '    a line of a large text' | head -n 17000; } >"$work/large.yaml"; has "large" curl -fs -F "file=@$work/large.yaml" "$site/manifest"; }
check "reads a large manifest without a place to write" large_form
nothing_out() { ! ss -Htnp state established 2>/dev/null | grep "pid=$(pid)," | awk '{ print $3 }' | grep -v ":$port$"; }
check "has opened no connection" nothing_out
peak() { awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$(pid)/status"; }
check "all that took $(peak) MiB at most, under a limit of 256 MiB" [ "$(peak)" -lt 256 ]

echo "== stopping"
goes_politely() {
  local began=$SECONDS
  curl -sN "$site/events" >"$work/events" & 
  sleep 0.5
  podman kill --signal TERM kubeguide-test >/dev/null
  within 2 has '"status":"stopping"' curl -s "$site/healthz/ready" && page /concepts/pod >/dev/null || return 1
  wait $!; podman wait kubeguide-test >"$work/code"
  echo "took $((SECONDS - began)) s, code $(cat "$work/code"), events: $(tr '\n' ' ' <"$work/events")"
  [ $((SECONDS - began)) -lt 10 ] && [ "$(cat "$work/code")" = 0 ] && [ "$(grep -c '^retry:' "$work/events")" = 2 ]
}
check "SIGTERM: not ready, still answering, streams told when to come back, code 0 within 10 s" goes_politely

echo "== mounted notes"
mkdir "$work/notes"; cp tests/Notes/messy-export.md "$work/notes/notes.md"; chmod -R a+rX "$work/notes"
first_hit() { page "/search.json?q=%EF%BE%8E%EF%BE%9F%EF%BD%AF%EF%BE%84%EF%BE%9E" | grep -qE '"hits":\[\{"slug":"pod"'; }
readme_runs() {
  local words; read -ra words < <(in_readme 'docker run') && [ "${words[-1]}" = kubeguide ] || return 1
  run "" -d "${words[@]:0:${#words[@]}-1}" >/dev/null && within 60 has '"notes":1}' page /healthz/ready
}
check "README's line runs it" readme_runs
serve "$work/notes"
check "a mount hides the notes in the image" has '"notes":1}' page /healthz/ready
check "ﾎﾟｯﾄﾞ finds Pod" first_hit
printf '\n# Namespace\n\n保存してすぐに見える文です。\n' >>"$work/notes/notes.md"
check "a saved note is served" within 30 has "保存してすぐに見える文です。" page /concepts/namespace
podman rm -f -t 0 kubeguide-test >/dev/null

mkdir -p "$work/map/..one" "$work/map/..two"
printf '# Pod\n\n差し替える前の文です。\n' >"$work/map/..one/pod.md"; printf '# Pod\n\n差し替えた後の文です。\n' >"$work/map/..two/pod.md"
ln -s ..one "$work/map/..data"; ln -s ..data/pod.md "$work/map/pod.md"; chmod -R a+rX "$work/map"
serve "$work/map"
check "notes behind ..data are served" has "差し替える前の文です。" page /concepts/pod
ln -s ..two "$work/map/..next"; mv -T "$work/map/..next" "$work/map/..data"
check "a swap of ..data is noticed" within 30 has "差し替えた後の文です。" page /concepts/pod

echo "== wrong use"
mkdir -m 700 "$work/closed"
check "notes that cannot be read end in one line and code 2" refuses "/notes" "$work/closed"
check "notes that are not there end in one line and code 2" refuses "'/nowhere'" "" --env KubeGuide__Notes=/nowhere
check "a wrong option ends in one line and code 2" refuses "--path-base 'guide'" "" -- --path-base guide
check "a wrong variable ends in one line and code 2" refuses "KubeGuide__Titel 'x'" "" --env KubeGuide__Titel=x
check "there is no shell in it" no_shell
podman rm -f -t 0 kubeguide-test >/dev/null 2>&1 || true

if command -v kubectl >/dev/null; then
  echo "== Kubernetes"
  check "kubectl kustomize renders the base" has "kind: HorizontalPodAutoscaler" kubectl kustomize deploy/kubernetes/base
fi
finish container
