#!/usr/bin/env bash
# The one command: format check, build with warnings as errors, every test. Needs the .NET SDK; sees to the rest itself.
# Usage: ./check.sh            Last line: "N passed, N failed". Exit code 0 when all is well, 1 when not, 2 when it cannot run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '== %s\n' "$*"; }
give_up() { printf 'check.sh: %s\n' "$*" >&2; exit 2; }

command -v dotnet >/dev/null || give_up "the .NET SDK is not on PATH; install .NET 10 (https://dot.net)"

# Chromium: the one on PATH, else the one Playwright brings, else Debian's where we may install it.
find_chromium() {
  local name
  for name in "${KUBEGUIDE_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null; then command -v "$name"; return 0; fi
  done
  return 1
}

say "restore"
dotnet restore KubeGuide.sln --nologo --verbosity quiet

say "format"
if ! dotnet format whitespace KubeGuide.sln --verify-no-changes --no-restore; then
  echo "check.sh: run 'dotnet format whitespace KubeGuide.sln' and look at the change" >&2
  exit 1
fi

say "build"
dotnet build KubeGuide.sln --no-restore --nologo --verbosity quiet

say "browser"
if chromium=$(find_chromium); then
  export KUBEGUIDE_CHROMIUM=$chromium
else
  playwright=$(find tests/KubeGuide.Browser.Tests/bin -name playwright.ps1 -print -quit)
  node=$(find tests/KubeGuide.Browser.Tests/bin -path '*/.playwright/node/*/node' -print -quit)
  cli=$(find tests/KubeGuide.Browser.Tests/bin -path '*/.playwright/package/cli.js' -print -quit)
  if [ -n "$playwright" ] && [ -n "$node" ] && timeout 300 "$node" "$cli" install chromium >/dev/null 2>&1; then
    :
  elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get -o DPkg::Lock::Timeout=300 update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null 2>&1 || give_up "Chromium could not be installed; put one on PATH"
    export KUBEGUIDE_CHROMIUM=$(find_chromium) || give_up "no Chromium found; put one on PATH"
  else
    give_up "no Chromium found; put one on PATH (or run as root on Debian, where it is installed)"
  fi
fi

say "test"
results=$(mktemp -d)
trap 'rm -rf "$results"; kill $(jobs -p) 2>/dev/null || true' EXIT
status=0

# test_all NAME...: the projects of these names, one after another.
test_all() {
  local name failed=0
  for name in "$@"; do
    dotnet test "tests/KubeGuide.$name.Tests" --no-build --nologo --logger "trx;LogFileName=$name.trx" --results-directory "$results" || failed=1
  done
  return "$failed"
}

# The browser tests wait for the browser most of the time: the others run beside them, and are shown first.
test_all Browser >"$results/browser.log" 2>&1 &
browser=$!
test_all Core Web || status=1
wait "$browser" || status=1
cat "$results/browser.log"

count() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$(count passed) failed=$(count failed) total=$(count total)
if [ "$((passed + failed))" -ne "$total" ]; then
  echo "check.sh: $((total - passed - failed)) tests did not run" >&2
  status=1
fi
[ "$passed" -gt 0 ] || status=1
echo "$passed passed, $failed failed"
exit "$status"
