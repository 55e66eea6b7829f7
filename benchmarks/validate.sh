#!/usr/bin/env bash
# Measures the validation of 5000 tasks, whole process, against a start of Python alone.
set -euo pipefail
. "$(dirname "$0")/common.sh"

sequence 5000 true >"$work/tasks.txt"
compare tasker "$tasker --validate-only $work/tasks.txt" -- \
    python "python3 -c 'import argparse, subprocess, threading, logging, re, socket, json'"
