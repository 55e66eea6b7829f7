package io.jenkins.plugins.tasker.taskfile;

import java.util.List;

/** An operator that splits a test of a condition into two operands (rules 8.3 and 8.4). */
interface Operator {

    /** Returns the ways to write the operator, the usual one first. */
    List<String> symbols();
}
