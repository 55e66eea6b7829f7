package io.jenkins.plugins.tasker.hosts;

/** Thrown if a list of hosts, a file of hosts or an inventory cannot be used. */
public final class HostListException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient HostProblem problem;

    public HostListException(HostProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    HostListException(HostProblem.Code code, HostPlace place, String message, String remedy) {
        this(new HostProblem(code, place, message, remedy));
    }

    public HostProblem problem() {
        return problem;
    }
}
