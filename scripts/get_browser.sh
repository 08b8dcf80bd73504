#!/bin/sh
# See to it that there is a Chromium for the browser tests: the system's, else the package manager's, else Playwright's own.
set -eu
python=$1

[ "${NO_BROWSER:-}" = 1 ] && { echo "NO_BROWSER=1: the browser tests are left out."; exit 0; }
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
echo "Getting a browser for the browser tests ..."
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
fi
"$python" -m playwright install chromium && exit 0
echo "No browser could be had for the browser tests. Install Chromium, or leave them out: NO_BROWSER=1 make test" >&2
exit 1
