#!/usr/bin/env bash
# Measures 1000 local commands: in sequence, 50 at once, and 1000 at once. Ratios divide tasker by the others.
set -euo pipefail
. "$(dirname "$0")/common.sh"

sequence 1000 true >"$work/sequence.txt"
group 1000 50 true >"$work/group.txt"
group 1000 1000 'sleep 1' >"$work/sleep.txt"
seq 1000 >"$work/numbers"
cc -O2 -o "$work/spawn-loop" "$here/spawn-loop.c"
javac -d "$work" "$here/ProcessBuilderLoop.java"

echo "1000 x true, in sequence"
compare tasker "$tasker -r $work/sequence.txt" -- \
    posix_spawn "$work/spawn-loop 1000 true" -- \
    ProcessBuilder "java -XX:TieredStopAtLevel=1 -cp $work ProcessBuilderLoop 1000 true"
echo "1000 x true, 50 at once (parallel: 16)"
compare tasker "$tasker -r $work/group.txt" -- parallel "parallel -j16 true <$work/numbers"
echo "1000 x sleep 1, 1000 at once"
compare tasker "$tasker -r $work/sleep.txt"
