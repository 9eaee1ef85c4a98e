#!/usr/bin/env bash
# Requests and rebuilds at once, for a long time: whether the memory in use is the same afterwards (within 10 %, after collection).
# Usage: eng/soak.sh [REQUESTS] [REBUILDS]    Default: 100000 2000. Exit code 1 when memory grew or an answer was a fault of ours.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec dotnet run -c Release --project tests/KubeGuide.Benchmarks -- soak "${@:-100000}"
