#!/bin/sh
# Succeeds and fails in turn: 0 on stdout, or 1 on stderr.
if [ -e .toggle ]; then
    rm .toggle
    echo 1 >&2
    exit 1
fi
: > .toggle
echo 0
