#!/usr/bin/env bash
# Gets what `npm run test:browser` needs, where it is missing: Debian's Chromium, and a font with Chinese.
set -euo pipefail

packages=()
command -v chromium >/dev/null || packages+=(chromium)
[[ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ]] || packages+=(fonts-noto-cjk)
if ((${#packages[@]})); then
  if ((EUID)); then
    printf 'As root: apt-get install %s\n' "${packages[*]}" >&2
    exit 1
  fi
  apt-get update --quiet
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${packages[@]}"
fi
chromium --version
