#!/usr/bin/env bash
# Time from process start to the first 200, for the published application.
# Usage: eng/start-time.sh NOTES [ROUNDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
notes=$(readlink -f "${1:?usage: eng/start-time.sh NOTES [ROUNDS]}"); rounds=${2:-5}
out=$(mktemp -d); trap 'rm -rf "$out"' EXIT
dotnet publish src/KubeGuide.Web -c Release -o "$out/app" --nologo --verbosity quiet
for _ in $(seq "$rounds"); do
  started=$(date +%s%N)
  "$out/app/kubeguide" --notes "$notes" --urls http://127.0.0.1:5098 >"$out/log" 2>&1 &
  pid=$!
  until curl -fs -o /dev/null http://127.0.0.1:5098/; do sleep 0.01; kill -0 "$pid"; done
  echo "first 200 after $((($(date +%s%N) - started) / 1000000)) ms"
  kill -TERM "$pid"; wait "$pid" || true
done
