package io.jenkins.plugins.tasker.agent.protocol;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;

/** The binary form of {@link Report}. */
public final class Reports extends Framing<Report> {

    public static final Reports FRAMING = new Reports();

    /** Enough for the heads of two outputs. */
    private static final int LARGEST = 1024 * 1024;

    private static final int TEXT = 1;
    private static final int ENDED = 2;
    private static final int FAILED = 3;
    private static final int ANSWER = 4;
    private static final int BROKEN = 5;
    private static final int LAUNCH_SHELL = 6;
    private static final int KILL_SHELL = 7;

    private Reports() {
        super(LARGEST);
    }

    @Override
    void write(Report report, FrameWriter to) {
        if (report instanceof Report.Text text) {
            to.oneByte(TEXT);
            to.number(text.command());
            to.oneByte(text.stream().ordinal());
            to.longNumber(text.offset());
            to.text(text.text());
        } else if (report instanceof Report.Ended ended) {
            to.oneByte(ENDED);
            to.number(ended.command());
            to.flag(ended.timedOut());
            to.number(ended.exitCode());
            to.longNumber(ended.nanos());
            write(ended.stdout(), to);
            write(ended.stderr(), to);
        } else if (report instanceof Report.Failed failed) {
            to.oneByte(FAILED);
            to.number(failed.command());
            to.text(failed.reason());
        } else if (report instanceof Report.Answer answer) {
            to.oneByte(ANSWER);
            to.number(answer.number());
            to.flag(answer.failed());
            to.longNumber(answer.value());
            to.text(answer.text());
        } else if (report instanceof Report.LaunchShell shell) {
            to.oneByte(LAUNCH_SHELL);
            to.number(shell.number());
            to.text(shell.name());
        } else if (report instanceof Report.KillShell shell) {
            to.oneByte(KILL_SHELL);
            to.number(shell.number());
        } else if (report instanceof Report.Broken broken) {
            to.oneByte(BROKEN);
            to.text(broken.reason());
        }
    }

    private static void write(SentOutput output, FrameWriter to) {
        to.text(output.head());
        to.longNumber(output.length());
        to.flag(output.retained());
        to.text(output.loss());
    }

    @Override
    Report read(int type, FrameReader from) throws MalformedFrameException {
        return switch (type) {
            case TEXT ->
                new Report.Text(
                        from.number(),
                        constant(OutputStreamName.values(), from.oneByte()),
                        from.longNumber(),
                        atMost(Report.Text.LONGEST, from.text()));
            case ENDED ->
                new Report.Ended(from.number(), from.flag(), from.number(), duration(from), output(from), output(from));
            case FAILED -> new Report.Failed(from.number(), from.text());
            case ANSWER -> new Report.Answer(from.number(), from.flag(), from.longNumber(), from.text());
            case LAUNCH_SHELL -> new Report.LaunchShell(from.number(), from.text());
            case KILL_SHELL -> new Report.KillShell(from.number());
            case BROKEN -> new Report.Broken(from.text());
            default -> throw new MalformedFrameException("a report of the unknown type " + type);
        };
    }

    private static long duration(FrameReader from) throws MalformedFrameException {
        long nanos = from.longNumber();
        if (nanos < 0) {
            throw new MalformedFrameException("the negative duration " + nanos);
        }
        return nanos;
    }

    private static SentOutput output(FrameReader from) throws MalformedFrameException {
        SentOutput output =
                new SentOutput(atMost(SentOutput.HEAD, from.text()), from.longNumber(), from.flag(), from.text());
        boolean whole = output.length() == output.head().length();
        if (output.length() < output.head().length() || (!output.retained() && !whole)) {
            throw new MalformedFrameException("an output of " + output.length() + " characters with a start of "
                    + output.head().length());
        }
        return output;
    }

    private static String atMost(int length, String text) throws MalformedFrameException {
        if (text.length() > length) {
            throw new MalformedFrameException("a text of " + text.length() + " characters");
        }
        return text;
    }
}
