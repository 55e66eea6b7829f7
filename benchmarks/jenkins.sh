# Sourced by the scripts that measure a Jenkins over HTTP with curl. The first argument of a script is the address of Jenkins.
# JENKINS_USER and JENKINS_TOKEN are required unless anonymous users have all permissions. LABEL names the agents that run the
# commands. The scripts delete their jobs at the end.

url=${1:?usage: $0 JENKINS_URL}
url=${url%/}
cookies=$(mktemp)
jobs=()

# jenkins PATH [CURL_OPTION...]: sends a request
jenkins() {
    local path=$1
    shift
    curl -fsS -g -b "$cookies" -c "$cookies" ${JENKINS_USER:+-u "$JENKINS_USER:${JENKINS_TOKEN:?}"} "$@" "$url$path"
}

post() {
    jenkins "$@" -X POST ${crumb:+-H "$crumb"}
}

# Without a token, POST requests need a crumb, which is valid until Jenkins restarts.
authorize() {
    crumb=$(jenkins '/crumbIssuer/api/xml?xpath=concat(//crumbRequestField,":",//crumb)' 2>/dev/null || true)
}
authorize

clean_up() {
    for name in "${jobs[@]}"; do
        post "/job/$name/doDelete" >/dev/null || true
    done
    rm -f "$cookies"
}
trap clean_up EXIT

# pipeline NAME: creates a job from the Pipeline script on stdin
pipeline() {
    jobs+=("$1")
    {
        echo '<flow-definition><definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition"><script>'
        sed 's/&/\&amp;/g; s/</\&lt;/g'
        echo '</script><sandbox>true</sandbox></definition><properties>'
        # Jenkins merges waiting builds with equal parameters.
        echo '<hudson.model.ParametersDefinitionProperty><parameterDefinitions><hudson.model.StringParameterDefinition>'
        echo '<name>BUILD</name></hudson.model.StringParameterDefinition></parameterDefinitions>'
        echo '</hudson.model.ParametersDefinitionProperty></properties></flow-definition>'
    } | post "/createItem?name=$1" -H 'Content-Type: application/xml' --data-binary @- >/dev/null
}

# start NAME NUMBER: schedules a build
start() {
    post "/job/$1/buildWithParameters?BUILD=$2" >/dev/null
}

# finished NAME NUMBER: waits until a build ends; fails unless it is successful
finished() {
    until jenkins "/job/$1/$2/api/json?tree=building,result" 2>/dev/null | grep -q '"building":false'; do
        sleep 1
    done
    jenkins "/job/$1/$2/api/json?tree=result" | grep -q '"result":"SUCCESS"' || {
        echo "build $2 of $1 failed, see its console:" >&2
        console "$1" "$2" | tail -n 20 >&2
        exit 1
    }
}

console() {
    jenkins "/job/$1/$2/consoleText"
}

# groovy [NODE [CURL_OPTION...]]: runs the script on stdin in the script console of Jenkins or of an agent, and prints its output
groovy() {
    post "${1:+/computer/$1}/scriptText" --data-urlencode script@- "${@:2}"
}

# heap [NODE]: prints the MiB in use after a collection
heap() {
    groovy "${1:-}" <<<'5.times { System.gc(); sleep 200 }; r = Runtime.runtime; print((r.totalMemory() - r.freeMemory()) >> 20)'
}

# threads: prints the number of threads of the controller
threads() {
    groovy <<<'print(java.lang.management.ManagementFactory.threadMXBean.threadCount)'
}

# sequence FILE COUNT COMMAND: prints the step that writes a task file with tasks in sequence; COMMAND contains no quotes
sequence() {
    cat <<GROOVY
sh '''awk 'BEGIN { for (i = 0; i < $2; i++) { $(task "$3") } }' >$1'''
GROOVY
}

# group FILE COUNT MAX_PARALLEL COMMAND: the same with one group
group() {
    cat <<GROOVY
sh '''awk 'BEGIN { printf "task=0\\\\ntype=parallel\\\\nmax_parallel=$3\\\\ntasks=1"; for (i = 2; i <= $2; i++) printf ",%d", i
    printf "\\\\n\\\\n"; for (i = 1; i <= $2; i++) { $(task "$4") } }' >$1'''
GROOVY
}

task() {
    echo 'printf "task=%d\\nhostname=localhost\\nexec=local\\ncommand='"$1"'\\n\\n", i'
}
