#!/bin/bash
# Compares fan-outs with xargs, clush, pdsh, parallel and Ansible: benchmarks/hosts.sh [ROW...]
# Rows: one ten thousand plan growth. Needs OpenSSH's client and server; a peer that is not installed is left out.
# Debian: apt-get install clustershell pdsh parallel ansible-core
. "$(dirname "$0")/common.sh"

hosts=${HOSTS:-64}
at_once=${AT_ONCE:-32}
port=${PORT:-2222}
range="web[001-$(printf %03d "$hosts")]"
names=$(seq -f 'web%03g' 1 "$hosts")
rows=" ${*:-one ten thousand plan growth} "

# A server on loopback, and an ssh that reaches it by every name, without the configuration of the account.
server() {
    mkdir -p "$work/ssh" "$work/bin" /run/sshd
    ssh-keygen -q -t ed25519 -N '' -f "$work/ssh/host"
    ssh-keygen -q -t ed25519 -N '' -f "$work/ssh/user"
    printf '%s\n' "Port $port" 'ListenAddress 127.0.0.1' "HostKey $work/ssh/host" "AuthorizedKeysFile $work/ssh/user.pub" \
        'PidFile none' 'StrictModes no' 'UsePAM no' 'MaxStartups 500' >"$work/ssh/sshd_config"
    printf '%s\n' 'Host *' 'HostName 127.0.0.1' "Port $port" "IdentityFile $work/ssh/user" 'IdentitiesOnly yes' \
        'StrictHostKeyChecking no' 'UserKnownHostsFile /dev/null' 'LogLevel ERROR' >"$work/ssh/config"
    printf '#!/bin/sh\nexec /usr/bin/ssh -F %s "$@"\n' "$work/ssh/config" >"$work/bin/ssh"
    # A stand-in for a wrapper of ssh: one second for each host.
    printf '#!/bin/sh\nsleep 1\n' >"$work/bin/wrapper"
    chmod +x "$work/bin/ssh" "$work/bin/wrapper"
    export PATH="$work/bin:$PATH"
    /usr/sbin/sshd -D -f "$work/ssh/sshd_config" &
    trap 'kill '$!'; rm -rf "$work"' EXIT
    until /usr/bin/ssh -F "$work/ssh/config" web001 true 2>/dev/null; do sleep 0.1; done
    printf '%s\n' "$names" >"$work/names"
    printf '[web]\n%s\n' "$names" >"$work/hosts.ini"
}

# fanout N RANGE TYPE MAX_PARALLEL: prints a task file with N fan-outs, one after another
fanout() {
    for ((id = 0; id < $1; id++)); do
        printf 'task=%d\nhostnames=%s\nexec=%s\nmax_parallel=%d\ncommand=true\n\n' "$id" "$2" "$3" "$4"
    done
}

# peers N: runs the commands of a row with N tasks for each host, each tool with its own way to reach 32 hosts at once
peers() {
    local each="for i in \$(seq $1); do" all=()
    fanout "$1" "$range" ssh "$at_once" >"$work/fanout.txt"
    "$tasker" -r --skip-host-validation "$work/fanout.txt" >"$work/first" || { cat "$work/first"; exit 1; }
    all+=(tasker "$tasker -r --skip-host-validation $work/fanout.txt")
    all+=(-- xargs "sh -c '$each xargs -P $at_once -I{} ssh -o BatchMode=yes {} true <$work/names; done'")
    command -v clush >/dev/null && all+=(-- clush "sh -c '$each clush -f $at_once -w $range true; done'")
    command -v pdsh >/dev/null && all+=(-- pdsh "sh -c '$each PDSH_SSH_ARGS_APPEND=-q pdsh -R ssh -f $at_once -w $range true; done'")
    command -v parallel >/dev/null &&
        all+=(-- parallel "sh -c '$each parallel -j $at_once ssh -o BatchMode=yes {} true <$work/names; done'")
    command -v ansible >/dev/null &&
        all+=(-- ansible "sh -c '$each ansible -i $work/hosts.ini -f $at_once -m raw -a true web; done'")
    compare "${all[@]}"
}

row() { [[ $rows == *" $1 "* ]] && printf '\n%s\n' "$2"; }

server
row one "$hosts hosts, one task, $at_once at once" && peers 1
row ten "$hosts hosts, 10 tasks each, $at_once at once" && peers 10
if row thousand '1000 hosts, a wrapper that sleeps 1 s, all at once'; then
    printf 'stand-in.run=wrapper {hostname} {command}\n' >"$work/types"
    fanout 1 'n[0001-1000]' stand-in 1000 >"$work/fanout.txt"
    compare tasker "$tasker -r --skip-host-validation --exec-types $work/types $work/fanout.txt" \
        -- xargs "sh -c 'seq 1000 | xargs -P 1000 -I{} wrapper {} true'"
fi
if row plan 'a fan-out over 10,000 hosts: parse, validate and plan, and the same over one host'; then
    fanout 1 'n[00001-10000]' ssh 64 >"$work/large.txt"
    fanout 1 n00001 ssh 64 >"$work/small.txt"
    compare hosts-10000 "$tasker --validate-only --show-plan --skip-host-validation $work/large.txt" \
        -- hosts-1 "$tasker --validate-only --show-plan --skip-host-validation $work/small.txt"
fi
if row growth 'growth, a wrapper that ends at once, 64 at once'; then
    printf 'stand-in.run=true {hostname} {command}\n' >"$work/types"
    all=()
    for n in 10 100 1000 10000; do
        fanout 1 "n[00001-$(printf %05d $n)]" stand-in 64 >"$work/growth-$n.txt"
        all+=(-- "hosts-$n" "$tasker -r --skip-host-validation --exec-types $work/types $work/growth-$n.txt")
    done
    compare "${all[@]:1}"
fi
