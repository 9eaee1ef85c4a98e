#!/usr/bin/env bash
# Time from process start to the first page, for the published application and, in turn, for an empty ASP.NET Core one.
# Usage: eng/start-time.sh NOTES [ROUNDS] [PATH]    Default: 5 rounds, the home page.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
notes=$(readlink -f "${1:?usage: eng/start-time.sh NOTES [ROUNDS] [PATH]}"); rounds=${2:-5}; path=${3:-/}; url=http://127.0.0.1:5098
out=$(mktemp -d); pid=
trap 'kill $pid 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$out"' EXIT
dotnet publish src/KubeGuide.Web -c Release -o "$out/app" --nologo --verbosity quiet

mkdir "$out/empty"
cat >"$out/empty/empty.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><RequiresAspNetWebAssets>false</RequiresAspNetWebAssets></PropertyGroup>
</Project>
XML
cat >"$out/empty/Program.cs" <<'CS'
var app = WebApplication.CreateBuilder(args).Build();
app.MapFallback(() => "empty");
app.Run();
CS
dotnet publish "$out/empty" -c Release -o "$out/none" --nologo --verbosity quiet

# start NAME COMMAND...: starts it, waits for the page, ends it.
start() {
  local name=$1 started; shift
  started=$(date +%s%N)
  "$@" --urls "$url" >"$out/log" 2>&1 & pid=$!
  until curl -fs -o /dev/null "$url$path"; do sleep 0.01; kill -0 "$pid" || { cat "$out/log" >&2; exit 1; }; done
  echo "$name $((($(date +%s%N) - started) / 1000000)) ms"
  kill -TERM "$pid"; wait "$pid" || true; pid=
}

for _ in $(seq "$rounds"); do
  start kubeguide "$out/app/kubeguide" --notes "$notes"
  start empty "$out/none/empty"
done | tee "$out/rounds"
median() { awk -v name="$1" '$1 == name { print $2 }' "$out/rounds" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
awk -v a="$(median kubeguide)" -v b="$(median empty)" 'BEGIN { printf "medians: kubeguide %d ms, empty %d ms: %.1f times\n", a, b, a / b }'
