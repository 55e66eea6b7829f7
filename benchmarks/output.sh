#!/usr/bin/env bash
# Measures the memory of one task that prints 1 MB, 100 MB and 1 GB on one line, with a heap of 64 MB.
set -euo pipefail
. "$(dirname "$0")/common.sh"

runs=${RUNS:-1}
export TASKER_JAVA_OPTS=-Xmx64m
for bytes in 1000000 100000000 1000000000; do
    printf 'task=0\nhostname=localhost\ncommand=head -c %d /dev/zero | tr "\\0" x\ntimeout=600\n' "$bytes" >"$work/output.txt"
    echo "$bytes bytes on one line"
    compare tasker "$tasker -r $work/output.txt"
done
