# Sourced by the tests that are shell scripts: each check is a sentence and a command.
passed=0 failed=0

# check SENTENCE COMMAND...: the command's own output is shown only when it fails.
check() {
  local sentence=$1 output; shift
  if output=$("$@" 2>&1); then
    passed=$((passed + 1)); printf '  ok      %s\n' "$sentence"
  else
    failed=$((failed + 1)); printf '  FAILED  %s\n' "$sentence"; printf '%s\n' "$output" | tail -n 20 | sed 's/^/          /'
  fi
}

# within SECONDS COMMAND...: again and again until it succeeds.
within() {
  local end=$((SECONDS + $1)); shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.2
  done
}

# has TEXT COMMAND...: the command's output holds the text.
has() {
  local text=$1 output; shift
  output=$("$@" 2>&1) || true
  grep -qF -- "$text" <<<"$output" || { printf 'no "%s" in: %s\n' "$text" "${output:0:600}"; return 1; }
}

install_where_missing() {
  local command=$1; shift
  command -v "$command" >/dev/null && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "$command is needed; install it (Debian: $*)" >&2; exit 2; }
  apt-get -o DPkg::Lock::Timeout=300 update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 ||
    { echo "$* could not be installed" >&2; exit 2; }
}

# Prints the sum and ends with it.
finish() {
  echo "$1: $passed checks passed, $failed failed, in $SECONDS s"
  [ "$failed" = 0 ]
}
