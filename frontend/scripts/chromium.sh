#!/bin/sh
# Finds Chromium, or gets it, and runs the given command with its place in CHROMIUM_PATH.
set -eu
cd "$(dirname "$0")/.."

installed() {
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" 2>/dev/null; then return 0; fi
  done
  return 1
}

packaged() {
  [ "$(id -u)" -eq 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null 2>&1 || return 1
  apt-get update >&2 && apt-get install -y --no-install-recommends chromium >&2 && installed
}

downloaded() {
  env -u PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD npx --no-install playwright install chromium >&2 &&
    node -e 'const path = require("@playwright/test").chromium.executablePath(); if (!require("fs").existsSync(path)) process.exit(1); console.log(path)'
}

if [ -n "${CHROMIUM_PATH:-}" ]; then
  command -v "$CHROMIUM_PATH" >/dev/null 2>&1 || { echo "CHROMIUM_PATH names no program: $CHROMIUM_PATH" >&2; exit 1; }
else
  CHROMIUM_PATH=$(installed || packaged || downloaded) || {
    echo "The browser's tests need Chromium, and it could not be had. On Debian: sudo apt-get install -y --no-install-recommends chromium" >&2
    exit 1
  }
fi
export CHROMIUM_PATH
if [ "$#" -gt 0 ]; then exec "$@"; fi
echo "$CHROMIUM_PATH"
