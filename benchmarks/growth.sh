#!/usr/bin/env bash
# Measures CPU time per task of runs with 10 to 10 000 tasks, without the start of the command, and draws docs/growth.svg.
set -euo pipefail
. "$(dirname "$0")/common.sh"

runs=${RUNS:-3}
sizes=(1 10 30 100 300 1000 3000 10000)
"$tasker" --help >/dev/null # builds it where that is needed
for ((run = 0; run < runs; run++)); do
    for size in "${sizes[@]}"; do
        sequence "$size" true >"$work/tasks.txt"
        once "run-$size" "$tasker" -r "$work/tasks.txt"
        once "validate-$size" "$tasker" --validate-only "$work/tasks.txt"
    done
done
for size in "${sizes[@]}"; do
    echo "$size $(median "$work/run-$size" 1) $(median "$work/run-$size" 2) $(median "$work/validate-$size" 1) $(median "$work/validate-$size" 2)"
done >"$work/table"
echo "tasks, run: wall s, cpu s; validate: wall s, cpu s"
cat "$work/table"
awk -f "$here/growth.awk" "$work/table" >"$here/../docs/growth.svg"
