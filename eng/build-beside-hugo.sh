#!/usr/bin/env bash
# CPU seconds from process start to the complete glossary and its search index, beside Hugo building the same notes as plain pages: one minimal
# layout with a sidebar of 50 entries. In turn in one run, medians; KubeGuide's resident memory once it serves.
# Usage: eng/build-beside-hugo.sh NOTES [ROUNDS]
# Needs hugo: apt-get install hugo
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
notes=$(readlink -f "${1:?usage: eng/build-beside-hugo.sh NOTES [ROUNDS]}"); rounds=${2:-5}; port=5097
for tool in hugo curl; do command -v "$tool" >/dev/null || { echo "build-beside-hugo: $tool is missing" >&2; exit 2; }; done
out=$(mktemp -d); pid=
trap 'kill $pid 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$out"' EXIT
dotnet publish src/KubeGuide.Web -c Release -o "$out/app" --nologo --verbosity quiet

mkdir -p "$out/hugo/layouts/_default"
cat >"$out/hugo/hugo.toml" <<'TOML'
baseURL = "http://localhost/"
title = "notes"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
TOML
cat >"$out/hugo/layouts/_default/single.html" <<'HTML'
<!DOCTYPE html><html lang="ja"><head><title>{{ .Title }}</title></head><body>
<nav><ul>{{ range first 50 .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<main>{{ .Content }}</main></body></html>
HTML
cp "$out/hugo/layouts/_default/single.html" "$out/hugo/layouts/_default/list.html"

tick=$(getconf CLK_TCK)
kubeguide() {
  "$out/app/kubeguide" --notes "$notes" --urls "http://127.0.0.1:$port" >"$out/log" 2>&1 & pid=$!
  timeout 120 sh -c "until curl -fs -o /dev/null http://127.0.0.1:$port/healthz/ready; do kill -0 $pid && sleep 0.02; done" \
    || { echo "build-beside-hugo: kubeguide did not become ready" >&2; exit 1; }
  curl -fs -o /dev/null "http://127.0.0.1:$port/search.json?q=Pod"
  awk -v tick="$tick" -v rss="$(awk '$1 == "VmRSS:" { print $2 }' "/proc/$pid/status")" '{ printf "kubeguide %.2f s of CPU, %d MiB resident\n", ($14 + $15) / tick, rss / 1024 }' "/proc/$pid/stat"
  kill -TERM "$pid"; wait "$pid" || true; pid=
}
TIMEFORMAT='%U %S'
hugo_build() {
  rm -rf "$out/hugo/public"
  { time hugo --quiet --source "$out/hugo" --contentDir "$notes" --destination "$out/hugo/public" >"$out/hugo.log" 2>&1; } 2>&1 | awk '{ printf "hugo %.2f s of CPU\n", $1 + $2 }'
}

echo "# $(date -u +%F), commit $(git rev-parse --short HEAD), $(nproc) cores, $(hugo version | cut -d' ' -f2), .NET $(dotnet --version), $(find "$notes" -name '*.md' | wc -l) notes"
for _ in $(seq "$rounds"); do
  kubeguide
  hugo_build
done | tee "$out/rounds"
median() { awk -v name="$1" '$1 == name { print $2 }' "$out/rounds" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
awk -v a="$(median kubeguide)" -v b="$(median hugo)" 'BEGIN { printf "medians: kubeguide %.2f s, hugo %.2f s: %.2f times\n", a, b, a / b }'
