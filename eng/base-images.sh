#!/usr/bin/env bash
# Stand-ins for the base images that the Dockerfile names, made of this machine's own .NET, for where no image registry answers.
# They are right for "does it build and run: non-root, without a shell, on a read-only file system", and wrong for "how large is it".
# Usage: eng/base-images.sh RUNTIME_IMAGE SDK_IMAGE
set -euo pipefail
runtime_image=${1:?usage: eng/base-images.sh RUNTIME_IMAGE SDK_IMAGE}; sdk_image=${2:?}
dotnet_root=$(dirname "$(readlink -f "$(command -v dotnet)")")
work=$(mktemp -d /var/tmp/kubeguide-base.XXXXXX); trap 'rm -rf "$work"' EXIT

# Programs and libraries with the libraries that they need, at the places where the loader looks for them.
take() {
  local root=$1; shift
  { printf '%s\n' "$@"; ldd "$@" 2>/dev/null | grep -oE '/[^ ):]+\.so[^ ):]*' || true; } | grep -v "^$dotnet_root/" | sort -u | while read -r file; do
    [ -e "$root$file" ] || cp --parents --dereference "$file" "$root"
  done
}

import() {
  local image=$1 root=$2; shift 2
  tar -C "$root" --owner=0 --group=0 -c . | podman import --quiet --change 'WORKDIR /app' \
    --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/share/dotnet' --change 'ENV DOTNET_ROOT=/usr/share/dotnet' \
    --change 'ENV APP_UID=1654' --change 'ENV ASPNETCORE_HTTP_PORTS=8080' --change 'ENV DOTNET_RUNNING_IN_CONTAINER=true' \
    --change 'ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true' "$@" - "$image" >/dev/null
}

# The runtime: .NET, the C library, OpenSSL, certificates; no shell, no tool.
runtime=$work/runtime
mkdir -p "$runtime"/{app,etc/ssl/certs,home/app,tmp,usr/share/dotnet,usr/bin,var/tmp,proc,sys,dev}
chmod 1777 "$runtime/tmp" "$runtime/var/tmp"
printf 'root:x:0:0:root:/root:/bin/false\napp:x:1654:1654::/home/app:/bin/false\n' >"$runtime/etc/passwd"
printf 'root:x:0:\napp:x:1654:\n' >"$runtime/etc/group"
cp --dereference "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$runtime/etc/ssl/certs/ca-certificates.crt"
cp -r "$dotnet_root"/{dotnet,host,shared} "$runtime/usr/share/dotnet/"
ln -s /usr/share/dotnet/dotnet "$runtime/usr/bin/dotnet"
readarray -t native < <(find "$dotnet_root/dotnet" "$dotnet_root/host" "$dotnet_root/shared" -type f \( -name '*.so' -o -name dotnet \))
readarray -t ssl < <(find /lib/*-linux-gnu /usr/lib/*-linux-gnu -maxdepth 1 \( -name 'libssl.so.3' -o -name 'libcrypto.so.3' \) 2>/dev/null)
take "$runtime" "${native[@]}" "${ssl[@]}"
import "$runtime_image" "$runtime" --change 'USER 1654'

# The SDK: the same, with the rest of .NET and a shell with its tools.
sdk=$work/sdk
cp -r "$runtime" "$sdk"
cp -r "$dotnet_root"/. "$sdk/usr/share/dotnet/"
mkdir -p "$sdk/root"
readarray -t tools < <(for tool in bash cat chmod cp date env find grep id ln ls mkdir mv rm sed sort tar touch tr uname which xargs; do command -v "$tool"; done)
take "$sdk" "${tools[@]}"
mkdir -p "$sdk/bin"
ln -sf "$(command -v bash)" "$sdk/bin/sh"
import "$sdk_image" "$sdk" --change 'ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'
