package io.jenkins.plugins.tasker.command.detached;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.CommandMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** No argument, variable or path is ever code for the waiting shell: every shell passes every byte but NUL. */
@Label("5.8 orders to the waiting shell")
class OrderPropertyTest {

    private static final Map<String, DetachedCommandRunner> RUNNERS = new HashMap<>();
    private static final List<Path> CONTROLS = new ArrayList<>();
    private static Path directory;
    private static int commands;

    @BeforeContainer
    static void open() throws IOException {
        directory = Files.createTempDirectory("it's a $(dir) \\ ");
        for (String shell : Shells.names().toList()) {
            Path control = directory.resolve("tasker-`" + shell + "`\n" + CommandMark.next());
            CONTROLS.add(control);
            ShellLauncher launcher = Shells.named(shell, directory.resolve("links"));
            RUNNERS.put(shell, new DetachedCommandRunner(directory, System.getenv(), control, launcher));
        }
    }

    @AfterContainer
    static void close() throws IOException, InterruptedException {
        RUNNERS.values().forEach(DetachedCommandRunner::close);
        // The runners delete their control directories in the background; a walk fails on a file that disappears.
        for (Path control : CONTROLS) {
            while (Files.exists(control)) {
                Thread.sleep(5);
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static CommandResult run(String shell, List<String> argv, Map<String, String> environment) {
        Command command = new Command("c" + ++commands, argv, Duration.ofSeconds(60), environment, "");
        try {
            return RUNNERS.get(shell)
                    .start(command, OutputListener.NONE)
                    .result()
                    .get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what a shell text prints, without the decoding of outputs, which replaces line ends. */
    private static String printed(
            String shell, String script, List<String> arguments, Map<String, String> environment) {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", script + " | od -An -v -tx1", "sh"));
        argv.addAll(arguments);
        String hex = text(run(shell, argv, environment).stdout()).replaceAll("\\s", "");
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().excludeChars('\0').ofMaxLength(40);
        Arbitrary<String> hostile = Arbitraries.strings()
                .withChars("'\"\\\n\r\t $`;&|<>(){}[]*?!#~=-%a1\u0081\u0088\u00e9")
                .ofMaxLength(40);
        return Arbitraries.oneOf(any, hostile).filter(OrderPropertyTest::isEncodable);
    }

    private static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Property(tries = 40)
    void argumentsAndVariablesArriveAsTheyAre(
            @ForAll List<@From("texts") String> arguments, @ForAll("texts") String value) {
        for (String shell : RUNNERS.keySet()) {
            String expected = arguments.stream().map(text -> "<" + text + ">").collect(Collectors.joining("", "", "!"));
            String printing = "{ for a; do printf '<%s>' \"$a\"; done; printf '!'; }";
            assertThat(printed(shell, printing, arguments, Map.of())).as(shell).isEqualTo(expected);

            Map<String, String> environment = Map.of("TASKER_TEST", value, "IFS", value, "a.b", value);
            String variables = printed(shell, "cat /proc/$$/environ", List.of(), environment);
            assertThat(List.of(variables.split("\0", -1)))
                    .as(shell)
                    .contains("TASKER_TEST=" + value, "IFS=" + value, "a.b=" + value);
        }
    }

    @Example
    void everyByteArrives() {
        // each byte occurs in the encoding of a character
        StringBuilder text = new StringBuilder();
        for (int c = 1; c < 0x900; c++) {
            text.append((char) c);
        }
        text.append("\uffee\ud83d\ude00");
        for (String shell : RUNNERS.keySet()) {
            assertThat(printed(shell, "printf %s \"$1\"", List.of(text.toString()), Map.of()))
                    .as(shell)
                    .isEqualTo(text.toString());
        }
    }

    @Example
    void longArgumentsAndManyVariablesArrive() {
        String argument = "x'\n$".repeat(25_000);
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            variables.put("TASKER_TEST_" + i, "value '" + i);
        }
        for (String shell : RUNNERS.keySet()) {
            assertThat(text(run(shell, List.of("/usr/bin/printf", "%s", argument), variables)
                            .stdout()))
                    .as(shell)
                    .isEqualTo(argument);
            assertThat(text(run(shell, List.of("/usr/bin/env"), variables).stdout())
                            .lines())
                    .as(shell)
                    .contains("TASKER_TEST_0=value '0", "TASKER_TEST_999=value '999");
        }
    }
}
