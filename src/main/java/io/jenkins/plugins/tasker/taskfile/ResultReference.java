package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * A reference to the result of a task, such as {@code @3_stdout@} (rule 7.1), or to what a fan-out task knows of a host (rule
 * 19.5).
 *
 * @param onHost whether the result on the same host is meant: {@code @3_host_stdout@}
 */
public record ResultReference(TaskId task, ResultName name, boolean onHost) {

    /** The name of the variable {@code @host@}. */
    public static final String HOST_NAME = "host";

    /** The reference {@code @host@}: the name of the host on which the command runs. */
    static final ResultReference HOST = new ResultReference(TaskId.UNREADABLE, ResultName.HOSTNAME, true);

    private static final String ON_HOST = "host_";

    public ResultReference(TaskId task, ResultName name) {
        this(task, name, false);
    }

    /** Returns the reference with the part of {@code @N_...@} after the number; empty for an unknown one (E13). */
    static Optional<ResultReference> of(TaskId task, String result) {
        if (result.regionMatches(true, 0, ON_HOST, 0, ON_HOST.length())) {
            return ResultName.of(result.substring(ON_HOST.length()))
                    .filter(ResultName::isOnHosts)
                    .map(name -> new ResultReference(task, name, true));
        }
        return ResultName.of(result).map(name -> new ResultReference(task, name));
    }

    @Override
    public String toString() {
        return this == HOST ? "@" + HOST_NAME + "@" : "@" + task + "_" + (onHost ? ON_HOST : "") + name.key() + "@";
    }
}
