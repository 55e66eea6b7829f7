#!/bin/sh
# Succeeds and fails in turn: prints 0 to stdout, or 1 to stderr.
if [ -e .toggle ]; then
    rm .toggle
    echo 1 >&2
    exit 1
fi
: > .toggle
echo 0
