package io.jenkins.plugins.tasker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests where values may be used in shell texts. */
class ShellPlacesTest {

    /** Creates a file wherever a shell calculates with it. */
    private static final String ATTACK = "a[$(touch made)0]";

    /** Texts that evaluate the value in at least one shell, or whose reading differs between shells. */
    static final List<String> REFUSED = List.of(
            "[[ @0_stdout@ ]] && echo big",
            "[[ -v @0_stdout@ ]] && echo set",
            "[[ x = @0_stdout@ ]] && echo same",
            "(( @0_stdout@ > 5 )) && echo big",
            "s=abc; echo ${s:@0_stdout@:1}",
            "echo ${x:-@0_stdout@} | cat",
            "echo $[@0_stdout@ + 1] | cat",
            "test -v @0_stdout@ && echo set",
            "[ -v @0_stdout@ ] && echo set",
            "[ @0_stdout@ @0_stdout@ ] && echo set",
            "printf -v @0_stdout@ %s x; echo",
            "printf -v x %s @0_stdout@; echo",
            "printf @0_stdout@ @0_stdout@; echo",
            "let @0_stdout@; echo",
            "let x=@0_stdout@ && echo",
            "eval @0_stdout@; echo",
            "eval \"echo @0_stdout@\" | cat",
            "\\eval @0_stdout@; echo",
            "command eval @0_stdout@; echo",
            "builtin eval @0_stdout@; echo",
            "time -p eval @0_stdout@; echo",
            "2>&1 eval @0_stdout@; echo",
            "eval < <(true) @0_stdout@; echo",
            "x=1 eval @0_stdout@; echo",
            "if true; then eval @0_stdout@; fi",
            "true && { eval @0_stdout@; }",
            "! eval @0_stdout@ | cat",
            ". @0_stdout@; echo",
            "source @0_stdout@; echo",
            "declare x=@0_stdout@; echo",
            "declare -i x; x=@0_stdout@; echo",
            "typeset x=@0_stdout@; echo",
            "export x=@0_stdout@; echo",
            "readonly x=@0_stdout@; echo",
            "unset @0_stdout@; echo",
            "read @0_stdout@ < /dev/null; echo",
            "mapfile @0_stdout@ < /dev/null; echo",
            "trap @0_stdout@ EXIT; echo",
            "alias @0_stdout@; echo",
            "f() { local x=@0_stdout@; }; f",
            "f() { eval \"$1\"; }; f @0_stdout@",
            "set -- @0_stdout@; eval \"$1\"",
            "set @0_stdout@; echo",
            "a[@0_stdout@]=1; echo",
            "echo a[@0_stdout@] | cat",
            "a=(@0_stdout@); echo",
            "echo `echo @0_stdout@`",
            "case @0_stdout@ in a) echo;; esac",
            "echo \"$(case x in x) echo @0_stdout@;; esac)\" | cat",
            "cat <<< @0_stdout@",
            "cat << E; echo @0_stdout@",
            "echo $'a\\'b' @0_stdout@ | cat",
            "sh -c @0_stdout@; echo",
            "sh -c \"echo @0_stdout@\" | cat",
            "bash -lc @0_stdout@; echo",
            "bash -c -o posix @0_stdout@; echo",
            "sudo sh -c @0_stdout@; echo",
            "sh @0_stdout@; echo",
            "bash @0_stdout@ @0_stdout@; echo",
            "python3 -c @0_stdout@; echo",
            "perl -ne @0_stdout@; echo",
            "ruby -e'@0_stdout@'; echo",
            "su - root -c @0_stdout@; echo",
            "@0_stdout@ @0_stdout@; echo",
            "command @0_stdout@ @0_stdout@; echo",
            "{eval,@0_stdout@}; echo",
            "PS4=@0_stdout@; set -x; echo",
            "BASH_ENV=@0_stdout@ bash -c true; echo",
            "OPTIND=@0_stdout@; echo",
            "for SECONDS in @0_stdout@; do echo; done",
            "x=@0_stdout@; echo $((x + 1))",
            "x=@0_stdout@; y=$x; (( y > 5 )); echo",
            "x=$(printf %s @0_stdout@); [[ $x -gt 5 ]] && echo",
            "for x in @0_stdout@; do [ $x -gt 5 ]; done",
            "printf %s @0_stdout@ | { read x; echo $((x + 1)); }",
            "echo &> log @0_stdout@",
            "echo x >& @0_stdout@",
            "cat <&@0_stdout@",
            "echo 'open @0_stdout@ | cat",
            "echo @0_stdout@ ) | cat");

    /** Texts with a value where a number must be, and what they print for 7. */
    static final List<String> CALCULATED = List.of(
            "[[ @0_stdout@ -gt 5 ]] && echo big",
            "[ @0_stdout@ -gt 5 ] && echo big",
            "[ \"@0_stdout@\" -gt 5 ] && echo big",
            "test 5 -lt @0_stdout@ && echo big",
            "[ $((@0_stdout@ + 1)) -eq 8 ] && echo big",
            "printf '%d%s' @0_stdout@ x >/dev/null; echo big",
            "f() { return @0_stdout@; }; f; [ $? -eq 7 ] && echo big",
            "(exit @0_stdout@) || echo big");

    @TempDir
    Path directory;

    @ParameterizedTest
    @DisplayName("5.8 E38: a value is refused where a shell evaluates it, or where shells read the text differently")
    @FieldSource("REFUSED")
    void valueIsRefused(String text) {
        assertThat(Shells.text(text, "").doubts())
                .as(text)
                .isNotEmpty()
                .allSatisfy(doubt -> assertThat(doubt.refusal()).isNotEmpty());
        assertThatThrownBy(() -> Shells.argv(text, List.of("7")))
                .isInstanceOf(ShellText.UnsafeValueException.class)
                .hasMessageContaining("@0_stdout@")
                .hasMessageContaining("arguments");
    }

    @ParameterizedTest
    @DisplayName("5.8 a decimal integer can be calculated with in every shell")
    @FieldSource("CALCULATED")
    void integerIsInserted(String text) throws Exception {
        for (String shell : Shells.installed()) {
            if (!text.startsWith("[[") || !shell.equals("dash")) {
                assertThat(Shells.run(shell, Shells.argv(text, List.of("007")), directory))
                        .as(shell)
                        .isEqualTo("big\n");
            }
        }
    }

    @ParameterizedTest
    @DisplayName("5.8 other text than a decimal integer is not calculated with")
    @FieldSource("CALCULATED")
    void otherTextIsNotInserted(String text) {
        for (String value : List.of(ATTACK, "", "1.5", "0x10", "1e3", "x", "1 2", "9999999999999999999")) {
            assertThatThrownBy(() -> Shells.argv(text, List.of(value)))
                    .isInstanceOf(ShellText.UnsafeValueException.class)
                    .hasMessageContaining("whole number");
        }
    }

    @Test
    @DisplayName("5.8 a negative number after a minus sign is subtracted")
    void negativeNumber() throws Exception {
        for (String shell : Shells.installed()) {
            assertThat(Shells.run(shell, Shells.argv("echo $((1-@0_stdout@)) | cat", List.of("-5")), directory))
                    .isEqualTo("6\n");
        }
    }

    @ParameterizedTest
    @DisplayName("5.8 a value in arguments is refused if it follows a command that evaluates it")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            cd / && eval     ! @0_stdout@
            cd / && eval     ! "@0_stdout@"
            cd /; sh -c      ! "echo @0_stdout@"
            cd /; bash       ! @0_stdout@
            cd /; test       ! @0_stdout@
            cd /; printf %d  ! "@0_stdout@" 1
            true; [[ x -gt   ! @0_stdout@ ]]
            """)
    void argumentIsRefused(String command, String arguments) {
        assertThat(Shells.text(command, arguments).doubts())
                .isNotEmpty()
                .allSatisfy(doubt -> assertThat(doubt.inArguments()).isTrue());
    }

    @ParameterizedTest
    @DisplayName("5.8 W39: programs that read an argument as a program are named")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            ssh web1 echo @0_stdout@ | cat                 ! ssh
            ps | awk '/@0_stdout@/'                        ! awk
            ls | xargs echo @0_stdout@                     ! xargs
            ls | sed s/a/@0_stdout@/                       ! sed
            find . -exec echo @0_stdout@ {} \\; | cat      ! find -exec
            """)
    void readersAreNamed(String text, String program) {
        assertThat(Shells.text(text, "").doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.refusal()).isEmpty();
            assertThat(doubt.program()).isEqualTo(program);
        });
    }

    @ParameterizedTest
    @DisplayName("5.8 a value may be a word, an assignment, a redirection or an item of a loop")
    @ValueSource(
            strings = {
                "echo @0_stdout@ > /dev/null; printf %s \"@0_stdout@\" | wc -c",
                "x=@0_stdout@; echo \"$x\" | cat",
                "x=@0_stdout@; export x; env | cat",
                "cat < @0_stdout@",
                "echo x >> \"dir/@0_stdout@.log\" 2>&1",
                "for i in @0_stdout@ b; do echo \"$i\"; done",
                "if [ \"@0_stdout@\" = ok ]; then echo @0_stdout@; else exit 1; fi",
                "while [ -n \"@0_stdout@\" ]; do break; done",
                "until test -f @0_stdout@; do sleep 1; done",
                "(cd \"@0_stdout@\" && tar cf - .) | gzip > x",
                "{ echo @0_stdout@; echo b; } | sort",
                "[ x@0_stdout@ != x ] || exit 3",
                "[ \"@0_stdout@\" ] && echo set",
                "echo \"$(basename \"$(dirname @0_stdout@)\")\" | cat",
                "f() { echo \"$1\"; }; f @0_stdout@",
                "ls -l ~/@0_stdout@/*.log | wc -l",
                "bash deploy.sh @0_stdout@ | tee log",
                "sh -c 'echo \"$1\"' sh @0_stdout@ | cat",
                "/opt/@0_stdout@/bin/start @0_stdout@ | cat",
                "printf '%s %s\\n' @0_stdout@ \"@0_stdout@\" | cat",
                "curl -f http://@0_stdout@:8080/health > out; echo done",
                "VERSION=@0_stdout@ make release | tee log",
                "set -- @0_stdout@; echo \"$1\" | cat",
                "[ -d x ] && set -o pipefail; rsync -a @0_stdout@ y | tail -1"
            })
    void valueIsAllowed(String text) {
        assertThat(Shells.text(text, "").doubts()).isEmpty();
    }

    @Test
    @DisplayName("5.8 all shells that can be /bin/sh are installed, or their tests are skipped")
    void everyShellIsTested() {
        for (String shell : Shells.NAMES) {
            assumeThat(Shells.find(shell))
                    .as("%s is not installed; .ci/run installs it", shell)
                    .isPresent();
        }
    }
}
