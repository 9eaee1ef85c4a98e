#!/usr/bin/env bash
# Time from saving a note to its new page being served, over HTTP.
# Usage: eng/save-to-served.sh [NOTES...]    Default: 1000 10000.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -gt 0 ] || set -- 1000 10000
for notes in "$@"; do
  dotnet run -c Release --project tests/KubeGuide.Benchmarks -- save-to-served "$notes"
done
