package io.jenkins.plugins.tasker.validation;

import static io.jenkins.plugins.tasker.validation.CheckGroup.DEPENDENCY;
import static io.jenkins.plugins.tasker.validation.CheckGroup.FLOW;
import static io.jenkins.plugins.tasker.validation.CheckGroup.SYNTAX;

import java.util.EnumSet;
import java.util.Set;

/**
 * The codes of all findings: the messages of rules 13.3 and 13.4, word for word, each with a remedy. The next detail of a
 * finding replaces {@code %s}, the second one {@code %2$s}.
 */
public enum FindingCode {
    E01(SYNTAX, "the file defines no task", "add a line task=0, with hostname and command below it"),
    E02(SYNTAX, "task id '%s' is not a whole number", "write a number of 0 or more, at most 18 digits"),
    E03(SYNTAX, "task id %s is negative", "write a number of 0 or more"),
    E04(SYNTAX, "task id %s is defined more than once (lines %s)", "give each task a number of its own"),
    E05(
            SYNTAX,
            "'%s' cannot be the name of a global variable",
            "use letters, digits and _, with no digit first; or correct the name of the field"),
    E06(SYNTAX, "field '%s' is missing", "add a line %1$s=..."),
    E07(
            SYNTAX,
            "the task has no command, no return value and no group type",
            "add command=..., return=..., type=parallel or type=conditional"),
    E08(SYNTAX, "field '%s' is empty", "write a value, or remove the line if the task does not need it"),
    E09(SYNTAX, "host name '%s' is not acceptable: %s", "write the name of one host"),
    E10(DEPENDENCY, "execution type '%s' is not known", "known types: %2$s"),
    E11(DEPENDENCY, "global variable @%s@ is not defined (used in '%s')", "%3$s"),
    E12(
            DEPENDENCY,
            "global variables refer to each other in a circle: %s",
            "give one of them a value that does not refer back to it"),
    E13(
            DEPENDENCY,
            "%s is not a result that tasks have",
            "write the id without leading zeros and an ending such as stdout, stderr, exit_code or success"),
    E14(DEPENDENCY, "%s refers to task %s, which is not defined", "correct the number, or add the task"),
    E15(
            DEPENDENCY,
            "field '%s' must not depend on the result of a task",
            "write the value itself, or a global variable"),
    E16(SYNTAX, "field '%s': '%s' is not a whole number", "write digits only, without unit or fraction"),
    E17(SYNTAX, "field '%s': '%s' is not a number", "write a number of seconds, such as 5 or 0.5"),
    E18(SYNTAX, "field '%s': %s is too small, at least %s is needed", "write %3$s or more"),
    E19(SYNTAX, "return value %s is outside 0-255", "write a number from 0 to 255"),
    E20(DEPENDENCY, "field '%s' names task %s, which is not defined", "correct the number, or add the task"),
    E21(SYNTAX, "quotes in '%s' are not balanced", "close each quote, or write \\\" or \\' for a literal one"),
    E22(
            SYNTAX,
            "field '%s' must be DELIMITER,INDEX with a whole number as INDEX",
            "write for example space,0 for the first word"),
    E23(SYNTAX, "the condition in '%s' is empty", "write a condition, or remove the line"),
    E24(
            SYNTAX,
            "the condition in '%s' cannot be read at '%s': unbalanced parenthesis, missing operand or doubled operator",
            "write one & or | between two tests and close each parenthesis; quote a text that holds such characters"),
    E25(
            SYNTAX,
            "the condition in '%s' contains an unknown test '%s'",
            "write a test such as exit_0, success, stdout~text, stdout_count>3 or @NAME@=value; AND, OR, NOT in upper case"),
    E26(
            FLOW,
            "'loop' must stand alone or be joined by & at the top level of 'next'",
            "write next=loop or next=loop&CONDITION"),
    E27(FLOW, "'next' asks for a loop, but 'loop' is missing", "add loop=N, the number of repetitions"),
    E28(
            FLOW,
            "'%s' can only be used on a parallel or conditional task",
            "use it in next or loop_break of such a task, or write exit_0 or success here"),
    E29(SYNTAX, "'%s' needs a number of 0 or more", "write digits, or a reference such as @3_stdout@"),
    E30(DEPENDENCY, "field '%s' names no task", "list the ids of the sub-tasks, separated by commas"),
    E31(SYNTAX, "field '%s': '%s' is not a task id", "write the number of a task; ranges are not allowed"),
    E32(DEPENDENCY, "field '%s' names its own task", "remove the id from the list"),
    E33(
            DEPENDENCY,
            "neither 'if_true_tasks' nor 'if_false_tasks' is given",
            "add at least one of them, with the ids of the branch"),
    E34(
            DEPENDENCY,
            "task %s is itself a group and cannot be part of a group",
            "list the tasks of that group, or run the groups one after the other"),
    E35(SYNTAX, "field '%s': '%s' is neither true nor false", "write true or false"),
    E36(
            SYNTAX,
            "%s is %s, above the limit of %s that the administrator has set",
            "stay within the limit, or ask the administrator of this Jenkins for a higher one"),
    E37(
            SYNTAX,
            "'%s' ends with a backslash, but lines cannot be continued",
            "write the value in one line, or write \\\\ for a backslash at the end"),
    E38(
            SYNTAX,
            "%s cannot be used %s: the shell could run it as code",
            "put the shell text into a script, name it in 'command', and pass the value through 'arguments'"),
    E39(
            SYNTAX,
            "the pattern '%s' in '%s' cannot be read: %s",
            "write RE2 syntax: https://github.com/google/re2/wiki/Syntax"),
    E40(
            SYNTAX,
            "the condition in '%s' cannot decide '%s': '%s' is neither a number nor a version",
            "compare numbers such as 90 or versions such as v2.9.1, or use = or ~"),
    E41(SYNTAX, "unknown field '%s'; was '%s' meant?", "write %2$s, or use the variable as @%1$s@"),
    E42(SYNTAX, "a task with 'hostnames' %s", "%2$s"),
    E43(SYNTAX, "field '%s': %s", "%3$s"),
    E44(SYNTAX, "field '%s': %s", "%3$s"),
    E45(SYNTAX, "field '%s': %s", "%3$s"),
    E46(SYNTAX, "field '%s': %s", "%3$s"),
    E47(SYNTAX, "field '%s': %s", "%3$s"),
    E48(FLOW, "'return' cannot be used on a task with 'hostnames'", "return from the next task, with a condition"),
    E55(SYNTAX, "field '%s' cannot be '%s'", "%3$s"),
    E58(
            SYNTAX,
            "the texts of the file are too long: with field '%s', more than 16 million characters once globals are expanded",
            "nest the globals less, or refer to them in fewer different texts"),

    E59(
            DEPENDENCY,
            "%s has no value %s",
            "use it where each host has its own value: condition, command, arguments, exec, timeout, success, sleep"),

    W01(SYNTAX, "line without '=' is ignored: '%s'", "write key=value, or start a comment with #"),
    W02(SYNTAX, "'return %s' is read as 'return=%1$s'", "write return=%1$s"),
    W03(SYNTAX, "comment after the value is removed: '%s'", "put the comment on a line of its own, or quote the #"),
    W04(SYNTAX, "field '%s' stands before the first task and is ignored", "move it below the line task=..."),
    W05(
            SYNTAX,
            "unknown field '%s' is taken as a global variable%s",
            "correct the name, or define the variable above the first task"),
    W06(SYNTAX, "field '%s' occurs more than once; the last value counts", "remove the other lines"),
    W07(SYNTAX, "global variable '%s' is defined more than once; the last value counts", "remove the other lines"),
    W08(DEPENDENCY, "global variable '%s' is never used", "remove it, or use it as @%1$s@"),
    W09(SYNTAX, "task id %s is above 999", "number the tasks from 0 to 999"),
    W10(
            SYNTAX,
            "type '%s' is not known; the task is treated as a normal task",
            "write parallel or conditional, or remove the line"),
    W11(FLOW, "field '%s' has no effect here: %s", "remove the line"),
    W12(SYNTAX, "field '%s': %s is outside %s-%s; %s will be used", "write a number from %3$s to %4$s"),
    W13(SYNTAX, "field '%s': unusual value %s: %s", "check whether this is intended"),
    W14(SYNTAX, "field '%s': negative value %s is ignored", "write a number of 0 or more, or remove the line"),
    W15(
            SYNTAX,
            "delimiter '%s' is empty, or is a word that will be used literally",
            "known words: space, tab, comma, semi, semicolon, pipe, newline"),
    W16(FLOW, "'%s' with %s above 255 can never be true", "exit codes are 0 to 255"),
    W17(
            FLOW,
            "retry fields without retry_failed=true, or retry_failed=true with default count or delay",
            "give retry_failed=true, retry_count and retry_delay together"),
    W18(DEPENDENCY, "field '%s' is an empty list", "remove the line, or list the ids of the branch"),
    W19(FLOW, "'return' in a parallel group does not end the run", "set next of the parallel task instead"),
    W20(DEPENDENCY, "field '%s' names task %s more than once", "list it once, unless it should run twice"),
    W21(SYNTAX, "'command' contains blanks: %s", "put all but the program into arguments"),
    W22(FLOW, "condition in '%s': part '%s' is constant", "compare with a variable, @NAME@ or @N_stdout@"),
    W23(
            FLOW,
            "'condition' tests a result that does not exist yet: '%s'",
            "refer to an earlier task, such as @0_stdout@"),
    W24(
            SYNTAX,
            "text after ~ starts with a blank, which is part of it",
            "remove the blank, or quote the text if the blank is intended"),
    W25(DEPENDENCY, "%s is used in task %s, before task %s can have run", "use it in a later task"),
    W26(FLOW, "id %s is not defined; the run continues with task %s", "number consecutive tasks without gaps"),
    W27(FLOW, "task %s cannot be reached", "jump to it from another task, or remove it"),
    W28(FLOW, "tasks %s form a circle without a limit", "repeat with loop=N instead, which has a limit"),
    W29(FLOW, "there is no task 0; the run starts at task %s", "number the first task 0"),
    W30(
            FLOW,
            "task %s is an on_failure target and is also reached from task %s without a jump",
            "end the task before it with next=never, or leave a gap in the numbers"),
    W31(SYNTAX, "the condition in '%s' may mean something else, '%s': %s", "%4$s"),
    W32(
            SYNTAX,
            "global variable '%s' is compared in '%s', and the quotes are part of its value",
            "remove the quotes around the value of %1$s"),
    W33(SYNTAX, "hosts are listed more than once and count once: %s", "remove the repeated items"),
    W34(
            SYNTAX,
            "global variable 'host' has the name of the host that fan-out tasks insert for @host@",
            "rename the variable; where 'hostnames' is given, @host@ is the name of the host"),
    W36(
            SYNTAX,
            "global variable '%s' has the name of a secret, but its value is not masked: %s",
            "use a credential or a longer value; if it is not a secret, rename it"),
    W37(
            SYNTAX,
            "the inventory has a port, ansible_host, ansible_port, ansible_user or ansible_connection, without effect here, first for '%s'",
            "set it in the configuration of ssh, or write user@host"),
    W39(
            SYNTAX,
            "%s is an argument of '%s', which may read it as a program of its own",
            "make sure that the value holds letters, digits and _ only, or put the text into a script"),
    W40(SYNTAX, "'%s' contains %s", "%3$s");

    private static final Set<FindingCode> UNSKIPPABLE = EnumSet.of(E01, E02, E03, E09, E34, E36, E58);

    private final CheckGroup group;
    private final String message;
    private final String remedy;

    FindingCode(CheckGroup group, String message, String remedy) {
        this.group = group;
        this.message = message;
        this.remedy = remedy;
    }

    /** Returns the group of checks that a finding of this code fails. */
    public CheckGroup group() {
        return group;
    }

    public Severity severity() {
        return name().charAt(0) == 'E' ? Severity.ERROR : Severity.WARNING;
    }

    /**
     * Returns whether {@code --skip-task-validation} omits findings of this code; starred errors are always reported
     * (rule 13.2).
     */
    public boolean isSkippable() {
        return !UNSKIPPABLE.contains(this);
    }

    /** Returns the message with {@code ...} for each detail, for a catalogue of all codes. */
    public String template() {
        return withoutDetails(message);
    }

    /** Returns the remedy with {@code ...} for each detail. */
    public String remedyTemplate() {
        return withoutDetails(remedy);
    }

    private static String withoutDetails(String template) {
        return template.replaceAll("%(\\d\\$)?s", "...");
    }

    String message(Object... details) {
        return fill(message, details);
    }

    String remedy(Object... details) {
        return fill(remedy, details);
    }

    /** Replaces placeholders as {@link String#format} does, but much faster. */
    private static String fill(String template, Object... details) {
        StringBuilder filled = new StringBuilder(template.length() + 32);
        int copied = 0;
        int ordinary = 0;
        for (int at = template.indexOf('%'); at >= 0; at = template.indexOf('%', copied)) {
            filled.append(template, copied, at);
            boolean numbered = template.charAt(at + 1) != 's';
            filled.append(details[numbered ? template.charAt(at + 1) - '1' : ordinary++]);
            copied = at + (numbered ? "%1$s" : "%s").length();
        }
        return filled.append(template, copied, template.length()).toString();
    }
}
