package io.jenkins.plugins.tasker.agent.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every message arrives as it was sent, however the stream is cut; every other stream ends with a reason. */
class FramingTest {

    private static final class Collected<M> implements FrameReceiver.Handler<M> {

        private final List<M> messages = new ArrayList<>();
        private String problem = "";
        private int bytes;
        private boolean closed;

        @Override
        public void message(M message, int length) {
            messages.add(message);
            bytes += length;
        }

        @Override
        public void closed() {
            closed = true;
        }

        @Override
        public void malformed(String reason) {
            assertThat(problem).isEmpty();
            problem = reason;
        }
    }

    private static Arbitrary<String> texts() {
        // every char, unpaired surrogates included
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().ascii().ofMaxLength(40),
                Arbitraries.strings().withCharRange((char) 0, (char) 255).ofMaxLength(40));
    }

    private static Arbitrary<OutputStreamName> streams() {
        return Arbitraries.of(OutputStreamName.class);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    @Provide
    Arbitrary<List<Order>> orders() {
        Arbitrary<Integer> numbers = Arbitraries.integers();
        Arbitrary<Command> commands = Combinators.combine(
                        texts(),
                        texts().list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.longs().between(0, Long.MAX_VALUE).map(Duration::ofMillis),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(5))
                .as((id, argv, limit, environment) -> new Command(id, argv, limit, environment, ""));
        Arbitrary<Order> starts = Combinators.combine(
                        numbers, flags(), flags(), numbers.list().ofMaxSize(5), commands)
                .as(Order.Start::new);
        Arbitrary<Order> stops = Combinators.combine(numbers, flags()).as(Order.Stop::new);
        Arbitrary<Question> questions = Combinators.combine(
                        Arbitraries.of(Question.Kind.class), texts(), numbers, streams(), Arbitraries.longs())
                .as(Question::new);
        Arbitrary<Order> asks = Combinators.combine(numbers, questions).as(Order.Ask::new);
        Arbitrary<Order> discards = Combinators.combine(numbers, streams()).as(Order.Discard::new);
        Arbitrary<Order> credits = Arbitraries.integers().greaterOrEqual(0).map(Order.Credit::new);
        Arbitrary<Order> shells = Combinators.combine(numbers, texts()).as(Order.ShellEnded::new);
        return Arbitraries.oneOf(starts, stops, asks, discards, credits, shells, Arbitraries.just(new Order.Close()))
                .list()
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        Arbitrary<Integer> numbers = Arbitraries.integers();
        Arbitrary<SentOutput> outputs = Combinators.combine(
                        texts(), Arbitraries.longs().between(0, Long.MAX_VALUE / 2), texts())
                .as((head, more, loss) ->
                        new SentOutput(head, head.length() + more, more > 0 || !loss.isEmpty(), loss));
        Arbitrary<Report> texts = Combinators.combine(numbers, streams(), Arbitraries.longs(), texts())
                .as(Report.Text::new);
        Arbitrary<Report> ends = Combinators.combine(
                        numbers, flags(), numbers, Arbitraries.longs().greaterOrEqual(0), outputs, outputs)
                .as(Report.Ended::new);
        Arbitrary<Report> failures = Combinators.combine(numbers, texts()).as(Report.Failed::new);
        Arbitrary<Report> answers = Combinators.combine(numbers, flags(), Arbitraries.longs(), texts())
                .as(Report.Answer::new);
        Arbitrary<Report> broken = texts().map(Report.Broken::new);
        Arbitrary<Report> launches = Combinators.combine(numbers, texts()).as(Report.LaunchShell::new);
        Arbitrary<Report> kills = numbers.map(Report.KillShell::new);
        return Arbitraries.oneOf(texts, ends, failures, answers, broken, launches, kills)
                .list()
                .ofMaxSize(10);
    }

    @Property(tries = 500)
    void ordersArriveAsTheyWereSent(@ForAll("orders") List<Order> orders, @ForAll long seed) throws IOException {
        assertArrive(Orders.FRAMING, orders, new Random(seed));
    }

    @Property(tries = 500)
    void reportsArriveAsTheyWereSent(@ForAll("reports") List<Report> reports, @ForAll long seed) throws IOException {
        assertArrive(Reports.FRAMING, reports, new Random(seed));
    }

    private static <M> void assertArrive(Framing<M> framing, List<M> sent, Random cuts) throws IOException {
        byte[] stream = stream(framing, sent);
        Collected<M> received = new Collected<>();
        try (FrameReceiver<M> receiver = new FrameReceiver<>(framing, received)) {
            for (int start = 0; start < stream.length; ) {
                int length = Math.min(stream.length - start, 1 + cuts.nextInt(50));
                receiver.write(stream, start, length);
                start += length;
            }
        }
        assertThat(received.messages).isEqualTo(sent);
        assertThat(received.bytes).isEqualTo(stream.length - Framing.header().length);
        assertThat(received.closed).isTrue();
    }

    private static <M> byte[] stream(Framing<M> framing, List<M> sent) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(Framing.header());
        stream.writeBytes(framing.frames(sent));
        return stream.toByteArray();
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void damagedStreamIsReadOrEndsWithAReason(
            @ForAll("reports") List<Report> reports, @ForAll long seed, @ForAll byte[] put) throws IOException {
        byte[] stream = stream(Reports.FRAMING, reports);
        int at = new Random(seed).nextInt(stream.length + 1);
        System.arraycopy(put, 0, stream, at, Math.min(put.length, stream.length - at));
        Collected<Report> received = new Collected<>();
        FrameReceiver<Report> receiver = new FrameReceiver<>(Reports.FRAMING, received);
        try {
            receiver.write(stream);
        } catch (IOException e) {
            assertThat(received.problem).isNotEmpty();
            assertThatThrownBy(() -> receiver.write(0)).hasMessage("the stream has ended");
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void anyBytesAreReadOrEndWithAReason(@ForAll byte[] payload, @ForAll byte type) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(Framing.header());
        FrameWriter length = new FrameWriter();
        length.number(payload.length + 1);
        stream.writeBytes(length.toBytes());
        stream.write(type);
        stream.writeBytes(payload);
        Collected<Order> received = new Collected<>();
        FrameReceiver<Order> receiver = new FrameReceiver<>(Orders.FRAMING, received);
        try {
            receiver.write(stream.toByteArray());
            assertThat(received.messages).hasSize(1);
        } catch (MalformedFrameException e) {
            assertThat(received.problem).isEqualTo(e.getMessage()).isNotEmpty();
        }
    }

    @Example
    void declaredLengthShouldAllocateNothing() throws IOException {
        FrameReceiver<Order> receiver = new FrameReceiver<>(Orders.FRAMING, new Collected<>());
        receiver.write(Framing.header());
        FrameWriter frame = new FrameWriter();
        frame.number(Orders.FRAMING.largestFrame());
        frame.oneByte(1);

        long before = allocated();
        receiver.write(frame.toBytes());

        assertThat(allocated() - before).isLessThan(1_000_000);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Example
    void anotherVersionShouldBeNamed() {
        byte[] header = Framing.header();
        header[header.length - 1]++;
        Collected<Order> received = new Collected<>();

        assertThatThrownBy(() -> new FrameReceiver<>(Orders.FRAMING, received).write(header))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessage("version 3 of the protocol, while this side uses version 2");
    }

    @Example
    void orderThatNoSystemExecutesShouldBeRejected() {
        Command command = new Command(List.of("x".repeat(20_000_000)), Duration.ofSeconds(1));

        assertThatThrownBy(() -> Orders.FRAMING.frames(List.of(new Order.Start(0, false, false, List.of(), command))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
