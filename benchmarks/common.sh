# Sourced by the scripts of this directory. Generates task files, and compares commands by the medians of several runs.

here=$(cd "$(dirname "$0")" && pwd)
tasker=${TASKER:-$here/../tasker}
runs=${RUNS:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TASK_EXECUTOR_LOG=$work/log
export TASK_EXECUTOR_TYPE=local

# sequence N COMMAND: prints a task file with N tasks in sequence
sequence() {
    for ((id = 0; id < $1; id++)); do
        printf 'task=%d\nhostname=localhost\ncommand=%s\n\n' "$id" "$2"
    done
}

# group N MAX_PARALLEL COMMAND: prints a task file with a group of N tasks, at most MAX_PARALLEL at a time
group() {
    printf 'task=0\ntype=parallel\ntasks=%s\nmax_parallel=%d\n\n' "$(seq -s, 1 "$1")" "$2"
    for ((id = 1; id <= $1; id++)); do
        printf 'task=%d\nhostname=localhost\ncommand=%s\n\n' "$id" "$3"
    done
}

# once NAME COMMAND...: runs COMMAND once, and appends "wall cpu peak" (s, s, MiB) of the whole process to $work/NAME
once() {
    local name=$1
    shift
    /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >/dev/null 2>"$work/stderr" || true
    tail -n 1 "$work/time" | awk '{ printf "%s %.2f %.0f\n", $1, $2 + $3, $4 / 1024 }' >>"$work/$name"
}

# median FILE COLUMN: prints the median of a column
median() {
    sort -n -k "$2,$2" "$1" | awk -v c="$2" '{ v[NR] = $c } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# compare NAME COMMAND -- NAME COMMAND -- ...: prints medians, and the ratio of the first to each other one. Each COMMAND is a
# string for sh. They run in turn, so that other work on the machine affects all alike.
compare() {
    local names=() commands=() i
    while [ $# -gt 0 ]; do
        names+=("$1")
        commands+=("$2")
        shift 2
        [ "${1:-}" = -- ] && shift
    done
    for ((run = 0; run <= runs; run++)); do
        for i in "${!names[@]}"; do
            once "${names[i]}" sh -c "exec ${commands[i]}"
            # The first round fills the disk's cache, and is not measured.
            [ "$run" -gt 0 ] || rm "$work/${names[i]}"
        done
    done
    printf '%-16s %9s %9s %9s %11s %11s\n' '' 'wall s' 'cpu s' 'peak MiB' 'wall ratio' 'cpu ratio'
    for i in "${!names[@]}"; do
        awk -v n="${names[i]}" \
            -v w="$(median "$work/${names[i]}" 1)" -v c="$(median "$work/${names[i]}" 2)" \
            -v p="$(median "$work/${names[i]}" 3)" \
            -v w0="$(median "$work/${names[0]}" 1)" -v c0="$(median "$work/${names[0]}" 2)" \
            'BEGIN { printf "%-16s %9.2f %9.2f %9.0f %11.2f %11.2f\n", n, w, c, p, w0 / w, c0 / c }'
    done
    for i in "${!names[@]}"; do
        rm -f "$work/${names[i]}"
    done
}
