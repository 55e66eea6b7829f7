package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.ParserNote.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskFileParserTest {

    private static TaskFile parse(String text) {
        return TaskFileParser.parse(text);
    }

    private static TaskFields task(TaskFile file) {
        return new TaskFields(file.tasks().get(0), Globals.of(List.of(), Map.of()));
    }

    private static String value(String line) {
        return parse(line).settings().get(0).value();
    }

    @Test
    @DisplayName("2.1 A byte order mark at the start is dropped, elsewhere it is data")
    void byteOrderMarkIsDropped() {
        assertThat(parse("\uFEFFtask=0").tasks()).hasSize(1);
        assertThat(value("A=\uFEFFx")).isEqualTo("\uFEFFx");
    }

    @ParameterizedTest
    @DisplayName("2.2 Lines end with LF, CRLF or CR")
    @ValueSource(strings = {"A=1\nB=2\n", "A=1\r\nB=2\r\n", "A=1\rB=2\r", "A=1\r\nB=2", "A=1\rB=2\n"})
    void lineEnds(String text) {
        assertThat(parse(text).settings())
                .containsExactly(new KeyValueLine(1, "A", "1", 3), new KeyValueLine(2, "B", "2", 3));
    }

    @Test
    @DisplayName("2.2 Every line end counts, including mixed kinds and empty lines")
    void everyLineIsCounted() {
        assertThat(parse("\n\r\r\n\nA=1").settings().get(0).line()).isEqualTo(5);
    }

    @Test
    @DisplayName("2.2 Other Unicode separators are part of the line")
    void otherSeparatorsEndNoLine() {
        assertThat(value("A=1\u0085B=2\u2028C")).isEqualTo("1\u0085B=2\u2028C");
    }

    @Test
    @DisplayName("1.4 Unicode white space is trimmed around lines, keys and values")
    void whiteSpaceIsUnicode() {
        assertThat(parse("\u00a0\u3000A\u2003=\u0085 x y \u202f").settings())
                .containsExactly(new KeyValueLine(1, "A", "x y", 8));
        assertThat(value("A=\u200Bx")).isEqualTo("\u200Bx");
        assertThat(value("A=\u001cx")).isEqualTo("\u001cx");
    }

    @Test
    @DisplayName("2.2 Empty lines and lines that start with # are ignored")
    void commentsAreIgnored() {
        assertThat(parse("\n   \n# a=1\n  #b=2\n")).isEqualTo(new TaskFile(List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @DisplayName("2.3 A # after white space starts a comment; elsewhere it is data")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            A=1 # one          ! 1
            A=1\t#one          ! 1
            A=a#b              ! a#b
            A=#x               ! #x
            A="a # b"          ! "a # b"
            A='a # b' # c      ! 'a # b'
            A="a # b           ! "a
            A=it's # b         ! it's
            A=it's # don't     ! it's # don't
            A="a\\" # b" # c   ! "a\\" # b"
            A='a\\' # b        ! 'a\\'
            A=a\\" # b         ! a\\"
            A=\\\\" # b"       ! \\\\" # b"
            A=a \\# b          ! a \\# b
            A=a \\ # b         ! a \\
            """)
    void inlineComments(String line, String value) {
        assertThat(value(line)).isEqualTo(value);
    }

    @Test
    @DisplayName("2.3 A comment is removed before the line is split at =, and noted")
    void commentIsRemovedFirst() {
        TaskFile file = parse("task=0\nfoo # a=b\n");

        assertThat(file.settings()).isEmpty();
        assertThat(file.notes())
                .containsExactlyInAnyOrder(
                        new ParserNote(Kind.INLINE_COMMENT, 2, "# a=b"), new ParserNote(Kind.IGNORED_LINE, 2, "foo"));
    }

    @Test
    @DisplayName("2.5 A line is cut at its first =, and both sides are trimmed")
    void firstEqualsCuts() {
        assertThat(parse("  A  =  b=c == d  ").settings()).containsExactly(new KeyValueLine(1, "A", "b=c == d", 9));
    }

    @Test
    @DisplayName("2.5 The value may be empty")
    void emptyValue() {
        assertThat(value("A=")).isEmpty();
        assertThat(value("A = ")).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("2.6 return INTEGER is read as return=INTEGER")
    @CsvSource({"return 0,0", "return   7,7", "return\t-1,-1", "return +3,+3"})
    void bareReturn(String line, String code) {
        assertThat(task(parse("task=0\n" + line)).setting(Field.RETURN).value()).isEqualTo(code);
        assertThat(parse(line).notes().get(0)).isEqualTo(new ParserNote(Kind.BARE_RETURN, 1, code));
    }

    @ParameterizedTest
    @DisplayName("2.6 Any other line without = is ignored and noted")
    @ValueSource(
            strings = {"return", "return x", "return 1 2", "return 1.5", "return -", "Return 1", "returned 1", "x"})
    void otherLinesAreIgnored(String line) {
        assertThat(parse(line).notes()).containsExactly(new ParserNote(Kind.IGNORED_LINE, 1, line));
    }

    @Test
    @DisplayName("2.7 There is no line continuation, and quotes stay part of the value")
    void noEscapes() {
        TaskFile file = parse("A=\"x\\\ny\"\nB='z'");

        assertThat(file.settings().get(0).value()).isEqualTo("\"x\\");
        assertThat(file.settings().get(1).value()).isEqualTo("'z'");
    }

    @Test
    @DisplayName("2.8 Keys are case-sensitive; any key that is not a field defines a global")
    void keysAreCaseSensitive() {
        TaskFile file = parse("A=1\ntask=0\nCommand=c\ncommand=d\nB=2\ntask=1\nC=3");

        assertThat(file.tasks().get(0).fields()).extracting(KeyValueLine::key).containsExactly("command");
        assertThat(file.globals()).extracting(KeyValueLine::key).containsExactly("A", "Command", "B", "C");
    }

    @Test
    @DisplayName("2.9 A task reaches to the next task line or the end of the file")
    void taskReachesToNext() {
        TaskFile file = parse("task=0\nhostname=a\n\n# x\ncommand=b\ntask=1\nreturn=1");

        assertThat(file.tasks()).hasSize(2);
        assertThat(file.tasks().get(0).fields()).extracting(KeyValueLine::line).containsExactly(2, 5);
        assertThat(file.tasks().get(1).fields()).extracting(KeyValueLine::key).containsExactly("return");
    }

    @Test
    @DisplayName("2.9 Fields before the first task are ignored and set no defaults")
    void fieldsBeforeFirstTask() {
        TaskFile file = parse("timeout=9\ntask=0\nhostname=h");

        assertThat(task(file).has(Field.TIMEOUT)).isFalse();
        assertThat(file.notes()).containsExactly(new ParserNote(Kind.FIELD_BEFORE_FIRST_TASK, 1, "timeout"));
    }

    @Test
    @DisplayName("2.10 An unknown key inside a task defines a global as well")
    void unknownKeyDefinesGlobal() {
        TaskFile file = parse("task=0\nhostname=@HOST@\nHOST=web1\ncommand=c");

        assertThat(file.tasks().get(0).unknown()).extracting(KeyValueLine::key).containsExactly("HOST");
        Task.Normal task =
                (Task.Normal) Workflow.of(file, Map.of()).find(new TaskId(0)).orElseThrow();
        assertThat(task.invocation().hostname().expanded()).isEqualTo("web1");
    }

    @Test
    @DisplayName("2.11 The last line of a repeated field or global is effective")
    void lastOneCounts() {
        TaskFile file = parse("A=1\nA=2\ntask=0\ncommand=a\ncommand=@A@\nA=3");

        assertThat(task(file).setting(Field.COMMAND).line()).isEqualTo(5);
        assertThat(Globals.of(file.globals(), Map.of()).expand("@A@")).isEqualTo("3");
    }

    @Test
    @DisplayName("2.4 a quote without a closing partner on the line protects nothing")
    void unpairedQuote() {
        TaskFile file = TaskFileParser.parse("A=it's # a comment\nB=\"x # y\" # z\n");
        assertThat(file.globals()).extracting(KeyValueLine::value).containsExactly("it's", "\"x # y\"");
    }
}
