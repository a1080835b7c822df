#!/usr/bin/env bash
# Gets what `npm run test:sql` needs, where it is missing: PostgreSQL, Java and Python's venv from Debian,
# and the pyspark of test/sql-servers/requirements.txt in a virtual environment outside of the repository.
set -euo pipefail
cd "$(dirname "$0")/.."

requirements=test/sql-servers/requirements.txt
pyspark=$(sed -n 's/^pyspark==//p' "$requirements")
venv=${XDG_CACHE_HOME:-$HOME/.cache}/biaochi/pyspark-$pyspark

packages=()
command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || packages+=(postgresql)
java -version >/dev/null 2>&1 || packages+=(openjdk-17-jre-headless)
python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)
if ((${#packages[@]})); then
  if ((EUID)); then
    printf 'As root: apt-get install %s\n' "${packages[*]}" >&2
    exit 1
  fi
  apt-get update --quiet
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${packages[@]}"
fi

# An installation that was cut off is made anew.
if ! "$venv/bin/python" -c 'import pyspark' 2>/dev/null; then
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"
fi
printf 'pyspark %s in %s\n' "$pyspark" "$venv"
