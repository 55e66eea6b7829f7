package io.jenkins.plugins.tasker.taskfile;

import io.jenkins.plugins.tasker.taskfile.Condition.Kind;
import io.jenkins.plugins.tasker.taskfile.Condition.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of {@code next} (rule 9.3).
 *
 * @param condition the condition that must hold; for a loop the COND of {@code loop&COND}, empty without one
 */
public record Next(Mode mode, String written, Optional<Condition> condition) {

    /** How {@code next} selects the task to run next. */
    public enum Mode {
        ABSENT,
        ALWAYS,
        NEVER,
        LOOP,
        CONDITION
    }

    public static final Next ABSENT = new Next(Mode.ABSENT, "", Optional.empty());

    /** The value for a task with {@code loop} and without {@code next} (rule 10.5). */
    public static final Next LOOP = new Next(Mode.LOOP, "loop", Optional.empty());

    public static Next parse(String written, Globals globals) {
        String text = WhiteSpace.trim(written);
        if (text.equals("always")) {
            return new Next(Mode.ALWAYS, written, Optional.empty());
        }
        if (text.equals("never")) {
            return new Next(Mode.NEVER, written, Optional.empty());
        }
        ConditionParser parser = new ConditionParser(written, globals, true);
        Condition condition = parser.parse();
        if (parser.loops().isEmpty() || condition.expression().isEmpty()) {
            return new Next(Mode.CONDITION, written, Optional.of(condition));
        }
        return loop(condition, parser.loops());
    }

    /** Accepts {@code loop} as the whole condition, or as one factor of an AND at the top level (rule 10.6). */
    private static Next loop(Condition condition, List<ConditionParser.LoopWord> loops) {
        Expression root = condition.expression().orElseThrow();
        boolean top = loops.size() == 1 && loops.get(0).depth() == 0;
        if (top && root instanceof Expression.Loop) {
            return new Next(Mode.LOOP, condition.written(), Optional.empty());
        }
        if (top && root instanceof Expression.And and) {
            List<Expression> others = new ArrayList<>(and.factors());
            others.removeIf(Expression.Loop.class::isInstance);
            Expression rest = others.size() == 1 ? others.get(0) : new Expression.And(others);
            Condition remaining = new Condition(condition.written(), Optional.of(rest), List.of(), condition.doubts());
            return new Next(Mode.LOOP, condition.written(), Optional.of(remaining));
        }
        // Report the first of several words.
        Problem misplaced = new Problem(Kind.MISPLACED_LOOP, loops.get(0).column(), "loop");
        Condition unreadable =
                new Condition(condition.written(), Optional.empty(), List.of(misplaced), condition.doubts());
        return new Next(Mode.CONDITION, condition.written(), Optional.of(unreadable));
    }
}
