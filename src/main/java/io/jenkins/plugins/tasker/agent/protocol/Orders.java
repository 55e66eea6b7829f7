package io.jenkins.plugins.tasker.agent.protocol;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The binary form of {@link Order}. */
public final class Orders extends Framing<Order> {

    public static final Orders FRAMING = new Orders();

    /** No operating system starts a command with more arguments and variables. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final int START = 1;
    private static final int STOP = 2;
    private static final int ASK = 3;
    private static final int DISCARD = 4;
    private static final int CREDIT = 5;
    private static final int CLOSE = 6;
    private static final int SHELL_ENDED = 7;

    private Orders() {
        super(LARGEST);
    }

    @Override
    void write(Order order, FrameWriter to) {
        if (order instanceof Order.Start start) {
            to.oneByte(START);
            write(start, to);
        } else if (order instanceof Order.Stop stop) {
            to.oneByte(STOP);
            to.number(stop.command());
            to.flag(stop.kill());
        } else if (order instanceof Order.Ask ask) {
            to.oneByte(ASK);
            to.number(ask.number());
            write(ask.question(), to);
        } else if (order instanceof Order.Discard discard) {
            to.oneByte(DISCARD);
            to.number(discard.command());
            to.oneByte(discard.stream().ordinal());
        } else if (order instanceof Order.Credit credit) {
            to.oneByte(CREDIT);
            to.number(credit.bytes());
        } else if (order instanceof Order.ShellEnded shell) {
            to.oneByte(SHELL_ENDED);
            to.number(shell.number());
            to.text(shell.words());
        } else {
            to.oneByte(CLOSE);
        }
    }

    private static void write(Order.Start start, FrameWriter to) {
        to.number(start.command());
        to.flag(start.live());
        to.flag(start.reattach());
        to.number(start.released().size());
        start.released().forEach(to::number);
        Command command = start.submitted();
        to.text(command.id());
        to.number(command.argv().size());
        command.argv().forEach(to::text);
        to.longNumber(command.timeLimit().toMillis());
        to.number(command.environment().size());
        command.environment().forEach((name, value) -> {
            to.text(name);
            to.text(value);
        });
    }

    private static void write(Question question, FrameWriter to) {
        to.oneByte(question.kind().ordinal());
        to.text(question.text());
        to.number(question.command());
        to.oneByte(question.stream().ordinal());
        to.longNumber(question.number());
    }

    @Override
    Order read(int type, FrameReader from) throws MalformedFrameException {
        return switch (type) {
            case START -> start(from);
            case STOP -> new Order.Stop(from.number(), from.flag());
            case ASK -> new Order.Ask(from.number(), question(from));
            case DISCARD -> new Order.Discard(from.number(), constant(OutputStreamName.values(), from.oneByte()));
            case CREDIT -> new Order.Credit(from.count());
            case CLOSE -> new Order.Close();
            case SHELL_ENDED -> new Order.ShellEnded(from.number(), from.text());
            default -> throw new MalformedFrameException("an order of the unknown type " + type);
        };
    }

    private static Order.Start start(FrameReader from) throws MalformedFrameException {
        int command = from.number();
        boolean live = from.flag();
        boolean reattach = from.flag();
        List<Integer> released = new ArrayList<>();
        for (int left = from.items(); left > 0; left--) {
            released.add(from.number());
        }
        String id = from.text();
        List<String> argv = new ArrayList<>();
        for (int left = from.items(); left > 0; left--) {
            argv.add(from.text());
        }
        Duration limit = Duration.ofMillis(from.longNumber());
        Map<String, String> environment = new LinkedHashMap<>();
        for (int left = from.items(); left > 0; left--) {
            environment.put(from.text(), from.text());
        }
        return new Order.Start(command, live, reattach, released, new Command(id, argv, limit, environment, ""));
    }

    private static Question question(FrameReader from) throws MalformedFrameException {
        return new Question(
                constant(Question.Kind.values(), from.oneByte()),
                from.text(),
                from.number(),
                constant(OutputStreamName.values(), from.oneByte()),
                from.longNumber());
    }
}
