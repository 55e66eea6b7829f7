#!/bin/sh
# Counts its calls in this directory and prints the count: 1, 2, 3, 1, ...
count=$(cat .counter 2>/dev/null || echo 0)
count=$((count % 3 + 1))
echo "$count" > .counter
echo "$count"
