#!/bin/sh
# Make the virtual environment: the versions of requirements.lock, and this project on top of them.
set -eu
venv=$1
uv_version=$2

python=
for name in python3 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed; none was found." >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip' 2>/dev/null && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
fi

echo "Setting up $venv (once; a minute or less on most lines) ..."
"$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$uv_version"
"$venv/bin/uv" pip sync --quiet --python "$venv/bin/python" --compile-bytecode --require-hashes requirements.lock
"$venv/bin/uv" pip install --quiet --python "$venv/bin/python" --no-deps --editable .
"$venv/bin/python" -m compileall -q src || true
mkdir -p "$venv/ipython/profile_default"
echo 'c.HistoryManager.enabled = False' > "$venv/ipython/profile_default/ipython_kernel_config.py"
