#!/bin/sh
# The browser that the page tests drive: Debian's chromium, installed here where apt may do it.
set -u
if [ -x /usr/bin/chromium ]; then exit 0; fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq chromium >/dev/null
fi
if [ ! -x /usr/bin/chromium ]; then
    echo "The page tests need Debian's chromium at /usr/bin/chromium. Install it: apt-get install chromium" >&2
    exit 1
fi
