#!/usr/bin/env bash
# Makes sure that what the build and the tests need is there: a Swift toolchain, the C libraries, Python.
# Installs missing libraries with apt where that is possible; elsewhere says what is missing.
set -euo pipefail

# pkg-config name, then the Debian package that holds it.
libraries=(
  "yaml-0.1 libyaml-dev"
  "libpcre2-8 libpcre2-dev"
  "sqlite3 libsqlite3-dev"
  "zlib zlib1g-dev"
  "expat libexpat1-dev"
)

missing_packages() {
  command -v pkg-config >/dev/null || echo pkg-config
  command -v python3 >/dev/null || echo python3
  # What the tests check the generated schemas with.
  for module in yaml jsonschema; do
    /usr/bin/python3 -c "import $module" 2>/dev/null || echo "python3-$module"
  done
  for entry in "${libraries[@]}"; do
    read -r name package <<<"$entry"
    pkg-config --exists "$name" 2>/dev/null || echo "$package"
  done
}

fail() {
  printf 'error: %s\n' "$@" >&2
  exit 1
}

if [ "$(uname -s)" != Linux ]; then
  fail "this project is built on Linux (Debian 12 or later); found $(uname -s)" \
    "in a container: docker run --rm -it -v \"\$PWD\":/src -w /src swift:6.3 make demo"
fi

mapfile -t packages < <(missing_packages)
if [ "${#packages[@]}" -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    fail "missing: ${packages[*]} (these are Debian's names)" \
      "install the development files of libyaml 0.2, PCRE2 (8 bit), SQLite 3, zlib and Expat with your package manager"
  fi
  apt=(apt-get)
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing: ${packages[*]}" "as root: apt-get install ${packages[*]}"
    apt=(sudo apt-get)
  fi
  echo "installing ${packages[*]}"
  "${apt[@]}" update -qq
  DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y -qq "${packages[@]}" >/dev/null
fi

command -v swift >/dev/null || fail "there is no Swift toolchain (6.3 or later)" \
  "get one from https://www.swift.org/install/linux and put its usr/bin into PATH"
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
if [ "$(printf '%s\n' 6.3 "${version:-0}" | sort -V | head -n 1)" != 6.3 ]; then
  fail "Swift 6.3 or later is needed, found ${version:-an unknown version}" \
    "get it from https://www.swift.org/install/linux"
fi
