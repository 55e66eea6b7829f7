#!/usr/bin/env bash
# Measures the start of the command (--help, and a run of one task) against a start of Python with the modules that an
# interpreter of task files needs. Below a ratio of 1, tasker is faster.
set -euo pipefail
. "$(dirname "$0")/common.sh"

runs=${RUNS:-15}
python="python3 -c 'import argparse, subprocess, threading, logging, re, socket, json'"
sequence 1 true >"$work/one.txt"

echo "--help"
compare tasker "$tasker --help" -- python "$python"
echo "-r, one task"
compare tasker "$tasker -r $work/one.txt" -- python "$python"
