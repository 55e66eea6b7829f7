package io.jenkins.plugins.tasker.engine;

/** Exit codes that Tasker sets; a task can set any other with {@code return} (section 18). */
public final class ExitCodes {

    public static final int OK = 0;
    public static final int USAGE = 2;
    public static final int UNDEFINED_START = 12;
    public static final int NOT_SATISFIED = 14;
    public static final int INVALID_TASK_FILE = 20;
    public static final int MISSING_FILE = 30;
    public static final int UNREADABLE_FILE = 31;
    public static final int NO_LOG_DIRECTORY = 32;
    /** A limit of the administrator on executions or on the size of the record (rule 16.14). */
    public static final int RUN_TOO_LONG = 43;

    public static final int RETURN_NOT_A_NUMBER = 50;
    public static final int UNKNOWN_EXECUTION_TYPE = 51;
    public static final int TIMEOUT_NOT_A_NUMBER = 52;
    public static final int RETURN_OUT_OF_RANGE = 53;
    public static final int INTERNAL_ERROR = 99;

    private ExitCodes() {}
}
