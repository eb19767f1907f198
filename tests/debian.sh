#!/bin/sh
# What the tests run for real, from Debian: a browser, a database, a proxy. Installed here where apt may do it.
set -u
missing() {
    [ -x /usr/bin/chromium ] || printf 'chromium '
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || printf 'postgresql '
    [ -x /usr/sbin/nginx ] || printf 'nginx '
    command -v openssl >/dev/null || printf 'openssl '
}
packages=$(missing)
if [ -z "$packages" ]; then exit 0; fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    # Installed, but not started: the tests start their own, and another program may have their ports.
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"
        trap 'rm -f "$policy"' EXIT
    fi
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages >/dev/null
fi
packages=$(missing)
if [ -n "$packages" ]; then
    echo "The tests need packages of Debian that are not here. Install them: apt-get install $packages" >&2
    exit 1
fi
