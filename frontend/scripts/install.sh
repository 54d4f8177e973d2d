#!/bin/sh
# Brings what package-lock.json names, unless it is there already.
set -eu
cd "$(dirname "$0")/.."
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null || {
  echo "The front end needs Node 20.19 or newer; here is $(node --version 2>/dev/null || echo none). Without it: -DskipFrontend" >&2
  exit 1
}
command -v npm >/dev/null 2>&1 || { echo "The front end needs npm beside Node. Without it: -DskipFrontend" >&2; exit 1; }
# npm writes this file last: an installation that was broken off has none.
done=node_modules/.package-lock.json
if [ "$done" -nt package-lock.json ] && [ "$done" -nt package.json ]; then exit 0; fi
# chromium.sh looks for a browser; the packages shall not load one of their own.
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
