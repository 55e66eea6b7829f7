package io.jenkins.plugins.tasker.cli.live;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import io.jenkins.plugins.tasker.text.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveViewTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private TerminalSize size = new TerminalSize(80, 24);
    private boolean moving = true;
    private boolean colour;
    private boolean quiet;
    private Instant now = new SampleRun().record().started().orElseThrow().time();

    private LiveView view() {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new LiveView(new Screen(out, moving, colour, () -> size), () -> now, quiet);
    }

    private String sent() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private EmulatedTerminal terminal() {
        return new EmulatedTerminal(size.columns()).receive(sent());
    }

    private static void replay(LiveView view, SampleRun run) {
        run.events().stream().skip(1).forEach(view::event);
    }

    private static void redraw(LiveView view) {
        view.show(style -> List.of());
    }

    private static SampleRun groupOf(int members) {
        long[] ids = LongStream.rangeClosed(10, 9 + members).toArray();
        return new SampleRun().group(key(5), 4, ids);
    }

    private static TaskKey inGroup(int id) {
        return member(5, id, 0, 0);
    }

    @Test
    @DisplayName(
            "24.1 a task has a line while it runs and one when it has ended, with mark, id, host, command and duration")
    void task() {
        LiveView view = view();
        replay(view, new SampleRun().start(key(0), "web1", "restart app"));
        redraw(view);
        assertThat(terminal().screen()).contains(" 0  web1  restart app ").contains("\u280b");
        replay(view, new SampleRun().end(key(0), 0, "", "", 1500, false));
        redraw(view);
        assertThat(terminal().screen())
                .endsWith("\u2713 0  web1  restart app" + " ".repeat(79 - 22 - 5) + "1.5 s\n")
                .doesNotContain("\u280b");
    }

    @Test
    @DisplayName("24.1 a failure shows the reason and the last lines of stderr at once")
    void failure() {
        LiveView view = view();
        String stderr = "one\ntwo\nthree\nfour\nfive\nsix\n";
        replay(view, new SampleRun().start(key(3), "db1", "migrate").end(key(3), 7, "out", stderr, 20, false));
        assertThat(terminal().screen())
                .contains("\u2717 3  db1  migrate")
                .contains("    exit code 7\n    two\n    three\n    four\n    five\n    six\n")
                .doesNotContain("one")
                .doesNotContain("out");
    }

    @Test
    @DisplayName("24.1 a failure without stderr shows the last lines of stdout")
    void failureOnStdout() {
        LiveView view = view();
        replay(view, new SampleRun().start(key(3), "db1", "migrate").end(key(3), 7, "all is lost", " \n", 20, false));
        assertThat(terminal().screen()).contains("    exit code 7\n    all is lost\n");
    }

    @Test
    @DisplayName("24.1 a group shows a bar with counts; its members have a line only if they fail")
    void group() {
        LiveView view = view();
        replay(view, groupOf(8));
        for (int id = 10; id < 16; id++) {
            replay(
                    view,
                    new SampleRun()
                            .start(inGroup(id), "web" + id, "check")
                            .end(inGroup(id), id == 12 ? 1 : 0, "", "", 5, false));
        }
        redraw(view);
        assertThat(terminal().screen())
                .contains("6/8, 1 failed, 0 running")
                .contains("\u2588\u2588")
                .contains("\u2717 5-12  web12  check")
                .doesNotContain("web13");
    }

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {1, 10, 40, 80, 200})
    @DisplayName("24.1 no line is wider than the terminal, whatever names and output contain")
    void widths(int columns) {
        size = new TerminalSize(columns, 24);
        LiveView view = view();
        String nasty = "\u202egnp.exe \u6771\u4eac \u001b[31m\ud83d \u0301 caf\u00e9 ".repeat(20);
        replay(view, new SampleRun().start(key(0), nasty, nasty));
        redraw(view);
        replay(view, new SampleRun().end(key(0), 1, nasty, nasty + "\n" + nasty, 5, false));
        replay(view, groupOf(10_000));
        replay(view, new SampleRun().start(inGroup(10), nasty, nasty));
        redraw(view);
        view.line(Level.WARN, "[2026-01-01 00:00:00] [WARN] short");
        view.close();
        // Wrapped words of messages may be longer than a terminal of one column.
        assertThat(terminal().widest()).isLessThanOrEqualTo(Math.max(1, columns));
        assertThat(sent()).doesNotContain("\u202e").doesNotContain("\u001b[31m");
        if (columns >= 10) {
            assertThat(sent().replaceAll("\u001b\\[[0-9;]*[A-Za-z]|\r", "").lines())
                    .allMatch(line -> DisplayWidth.of(line) < columns);
        }
    }

    @Test
    @DisplayName("24.1 a terminal that becomes narrower keeps no rest of the lines that changed")
    void resize() {
        LiveView view = view();
        replay(view, new SampleRun().start(key(0), "web1", "x".repeat(200)));
        redraw(view);
        // The terminal breaks the line of 79 columns into two of 40.
        String before = sent();
        size = new TerminalSize(40, 24);
        view.resized();
        redraw(view);
        assertThat(sent().substring(before.length())).startsWith("\u001b[2A\r\u001b[J");
    }

    @Test
    @DisplayName("24.1 the block of running tasks is not higher than the terminal")
    void height() {
        size = new TerminalSize(80, 5);
        LiveView view = view();
        for (int id = 0; id < 20; id++) {
            replay(view, new SampleRun().start(key(id), "h", "c"));
        }
        redraw(view);
        assertThat(terminal().screen().lines()).hasSize(4);
    }

    @Test
    @DisplayName("24.1 TERM=dumb gets no escape sequence and no changing line")
    void dumb() {
        moving = false;
        LiveView view = view();
        replay(view, groupOf(3));
        replay(view, new SampleRun().start(key(0), "h", "c"));
        view.status("Testing hosts: 1/2");
        redraw(view);
        replay(view, new SampleRun().end(key(0), 1, "", "broken", 5, false));
        assertThat(sent())
                .contains("broken")
                .doesNotContain("\u001b")
                .doesNotContain("Testing")
                .doesNotContain("running");
    }

    @Test
    @DisplayName("24.1 NO_COLOR moves the cursor, but shows no colours")
    void noColour() {
        LiveView view = view();
        replay(view, new SampleRun().start(key(0), "h", "c"));
        redraw(view);
        replay(view, new SampleRun().end(key(0), 1, "", "", 5, false));
        assertThat(sent()).contains("\u001b[J").doesNotContainPattern("\u001b\\[[0-9;]*m");
    }

    @Test
    @DisplayName("24.1 with colours, a failure is red and a success green")
    void colours() {
        colour = true;
        LiveView view = view();
        replay(view, new SampleRun().task(key(0), "h", "c", 0, "", 5).task(key(1), "h", "c", 1, "", 5));
        assertThat(sent()).contains("\u001b[32m\u2713\u001b[0m 0").contains("\u001b[1;31m\u2717 1");
    }

    @Test
    @DisplayName("24.1 -q shows failures only")
    void quiet() {
        quiet = true;
        LiveView view = view();
        replay(view, new SampleRun().task(key(0), "h", "good", 0, "", 5).task(key(1), "h", "bad", 1, "", 5));
        view.line(Level.WARN, "[2026-01-01 00:00:00] [WARN] careful");
        assertThat(terminal().screen())
                .contains("bad")
                .contains("something failed")
                .doesNotContain("good")
                .doesNotContain("careful");
    }

    @Test
    @DisplayName("16.10 warnings and errors of the log are shown without their time, other lines are not")
    void messages() {
        LiveView view = view();
        view.line(Level.INFO, "[2026-01-01 00:00:00] [INFO] Task 0: Exit code: 0");
        view.line(Level.ERROR, "[2026-01-01 00:00:00] [ERROR] no such file");
        assertThat(sent()).isEmpty();
        view.validated(List.of());
        view.line(Level.WARN, "[2026-01-01 00:00:00] [WARN] [odd] name");
        assertThat(terminal().screen()).isEqualTo("error: no such file\nwarning: [odd] name\n");
    }

    @Test
    @DisplayName("24.2 messages that the findings show are not repeated")
    void findings() {
        LiveView view = view();
        view.line(Level.ERROR, "[2026-01-01 00:00:00] [ERROR] line 1: wrong [E01]");
        view.line(Level.WARN, "[2026-01-01 00:00:00] [WARN] variable 'X' is not used");
        view.validated(List.of("line 1: wrong [E01]"));
        assertThat(terminal().screen()).isEqualTo("warning: variable 'X' is not used\n");
    }

    @Test
    @DisplayName("17.1 an interrupt is shown with what a second one does")
    void interrupt() {
        LiveView view = view();
        view.event(new RunEvent.Interrupted(Instant.EPOCH, Interrupt.SIGINT));
        assertThat(terminal().screen()).contains("second interrupt kills them");
    }

    @Test
    @DisplayName("24.1 after the end nothing changes any more")
    void closed() {
        LiveView view = view();
        replay(view, new SampleRun().start(key(0), "h", "c"));
        redraw(view);
        view.close();
        String end = sent();
        replay(view, new SampleRun().start(key(1), "h", "c"));
        assertThat(sent()).isEqualTo(end);
        assertThat(terminal().screen()).doesNotContain("\u280b");
    }

    @Test
    @DisplayName("24.1 the remaining time of a group follows from the members that have ended")
    void remainingTime() {
        LiveView view = view();
        replay(view, groupOf(8));
        now = now.plusSeconds(30);
        for (int id = 10; id < 14; id++) {
            replay(view, new SampleRun().start(inGroup(id), "h", "c").end(inGroup(id), 0, "", "", 5, false));
        }
        redraw(view);
        assertThat(terminal().screen()).contains("4/8, 0 running, 30 s, about 30 s left");
    }
}
