package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how the text of a condition is parsed. The tests of the engine evaluate conditions. */
class ConditionTest {

    private static final Globals GLOBALS = Globals.of(List.of(new KeyValueLine(1, "A", "x&y|(z")), Map.of());

    private static Condition condition(String text) {
        return Condition.parse(text, GLOBALS);
    }

    private static String shape(String text) {
        return Shape.of(condition(text));
    }

    @ParameterizedTest
    @DisplayName("8.1 | binds weakest, then &, then NOT; parentheses group")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            exit_0|exit_1&exit_2         ! or(exit==0, and(exit==1, exit==2))
            exit_0&exit_1|exit_2         ! or(and(exit==0, exit==1), exit==2)
            (exit_0|exit_1)&exit_2       ! and(or(exit==0, exit==1), exit==2)
            NOT exit_0&exit_1            ! and(not(exit==0), exit==1)
            NOT (exit_0&exit_1)          ! not(and(exit==0, exit==1))
            NOT NOT success              ! not(not(success))
            exit_0&NOT exit_1            ! and(exit==0, not(exit==1))
            ((exit_0))                   ! exit==0
            exit_0|exit_1|exit_2         ! or(exit==0, exit==1, exit==2)
            """)
    void precedence(String text, String shape) {
        assertThat(shape(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @DisplayName("8.1 AND, OR, NOT are operators only in upper case and between white space")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            exit_0 AND exit_1 OR success ! or(and(exit==0, exit==1), success)
            stdout~A AND stderr~B        ! and(stdout~"A", stderr~"B")
            stdout~a and b or c not d    ! stdout~"a and b or c not d"
            stdout~ANDROID ORDER         ! stdout~"ANDROID ORDER"
            stdout~x AND                 ! stdout~"x AND"
            stdout~NOT done              ! stdout~"NOT done"
            @A@=NOT                      ! "@A@"=="NOT"
            """)
    void wordOperators(String text, String shape) {
        assertThat(shape(text)).isEqualTo(shape);
    }

    @Test
    @DisplayName("8.1 White space around operators is free")
    void whiteSpaceIsFree() {
        assertThat(shape("  ( exit_0  |\texit_1 ) & @A@  !=  x "))
                .isEqualTo("and(or(exit==0, exit==1), \"@A@\"!=\"x\")");
    }

    @Test
    @DisplayName("8.2 Values of globals never become syntax")
    void valuesNeverBecomeSyntax() {
        Condition condition = condition("stdout~@A@|@A@");

        assertThat(Shape.of(condition)).isEqualTo("or(stdout~\"@A@\", flag(@A@))");
        assertThat(condition.tests().get(0).texts().get(0).expanded()).isEqualTo("x&y|(z");
    }

    @ParameterizedTest
    @DisplayName("8.3 Each simple test is recognized")
    @CsvSource(delimiter = '%', quoteCharacter = '`', textBlock = """
            exit_0                % exit==0
            exit_not_255          % exit!=255
            exit_@3_exit@         % exit==@3_exit@
            exit_code>=2          % exit>=2
            success               % success
            true                  % true
            FALSE                 % false
            @3_success@           % flag(@3_success@)
            @FLAG@                % flag(@FLAG@)
            stdout~a b            % stdout~"a b"
            stderr!~x           % stderr!~"x"
            stdout~               % stdout~
            stdout!~            % stdout!~
            stdout=5              % stdout=="5"
            stderr!=            % stderr!=""
            stdout_count<3        % lines(stdout)<3
            stderr_count==@N@     % lines(stderr)==@N@
            @N@~x                 % "@N@"~"x"
            text!~x             % "text"!~"x"
            @N@~                  % "@N@"~
            stdout=~^a.*b$        % stdout=~"^a.*b$"
            stderr =~ "a|b"       % stderr=~"a|b"
            @N@=~(a|b) c          % "@N@"=~"(a|b) c"
            @N@>=@3_duration@     % "@N@">="@3_duration@"
            all_success           % all_success
            any_success           % any_success
            majority_success      % majority_success
            min_success=2         % min_success(2)
            max_success==@N@      % max_success(@N@)
            min_failed=0          % min_failed(0)
            max_failed=1          % max_failed(1)
            """)
    void simpleTests(String text, String shape) {
        assertThat(shape(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @DisplayName("8.4 The left-most operator splits a test; at one place the longest one wins")
    @CsvSource(delimiter = '%', quoteCharacter = '`', textBlock = """
            stdout~a=b      % stdout~"a=b"
            stdout=a~b      % stdout=="a~b"
            @A@==5          % "@A@"=="5"
            @A@===5         % "@A@"=="=5"
            @A@<=5          % "@A@"<="5"
            @A@!=~          % "@A@"!="~"
            @A@=~=5         % "@A@"=~"=5"
            @A@==~5         % "@A@"=="~5"
            @A@!~=          % "@A@"!~"="
            @A@>>5          % "@A@">">5"
            a!b=c           % "a!b"=="c"
            """)
    void leftMostOperator(String text, String shape) {
        assertThat(shape(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @DisplayName("8.5 A text reaches to the next operator, and balanced parentheses in it are data")
    @CsvSource(delimiter = '%', quoteCharacter = '`', textBlock = """
            stdout~(a|b)              % stdout~"(a|b)"
            stdout~f(x&y)z|exit_1     % or(stdout~"f(x&y)z", exit==1)
            stdout~((a)|(b))          % stdout~"((a)|(b))"
            (stdout~a)                % stdout~"a"
            (stdout~f(x)|exit_0)      % or(stdout~"f(x)", exit==0)
            f(a=b)=c                  % "f(a=b)"=="c"
            stdout~a b  & exit_0      % and(stdout~"a b", exit==0)
            stdout~(a OR b)           % stdout~"(a OR b)"
            stdout=~ (a|b)+ |exit_1   % or(stdout=~"(a|b)+", exit==1)
            """)
    void textsReachToOperators(String text, String shape) {
        assertThat(shape(text)).isEqualTo(shape);
    }

    @Test
    @DisplayName("8.5 After ~ white space at the start belongs to the text, at the end it is dropped")
    void leadingWhiteSpaceBelongsToText() {
        assertThat(shape("stdout~ a ")).isEqualTo("stdout~\" a\"");
        assertThat(shape("stdout!~  a")).isEqualTo("stdout!~\"  a\"");
        assertThat(condition("stdout~ a&stderr~b&stdout~\" c\"").doubts())
                .containsExactly(new Condition.Doubt(Condition.Suspicion.LEADING_BLANK, " a"));
        assertThat(shape("stdout~ ")).isEqualTo("stdout~");
        assertThat(shape("stdout= a ")).isEqualTo("stdout==\"a\"");
    }

    @ParameterizedTest
    @DisplayName("8.6 A text wholly in quotes is read without them and may contain anything")
    @CsvSource(delimiter = '%', quoteCharacter = '`', textBlock = """
            stdout~"a & b"             % stdout~"a & b"
            stdout~'a | "b" )'         % stdout~"a | "b" )"
            stdout~" a "               % stdout~" a "
            stdout~""                  % stdout~""
            stdout=""                  % stdout==""
            "a & b"=@A@|exit_1         % or("a & b"=="@A@", exit==1)
            "stdout"~x                 % "stdout"~"x"
            (stdout~"(")               % stdout~"("
            stdout~"a"&stderr~"b"      % and(stdout~"a", stderr~"b")
            stdout~say "hi"            % stdout~"say "hi""
            stdout~"a" b               % stdout~""a" b"
            stdout~it's                % stdout~"it's"
            stdout~"a                  % stdout~""a"
            """)
    void quotedTexts(String text, String shape) {
        assertThat(shape(text)).isEqualTo(shape);
    }

    @Test
    @DisplayName("8.6 The written text decides which test applies")
    void writtenTextDecides() {
        Globals empty = Globals.of(List.of(new KeyValueLine(1, "E", "")), Map.of());

        assertThat(Shape.of(Condition.parse("stdout~@E@", empty))).isEqualTo("stdout~\"@E@\"");
        assertThat(Shape.of(Condition.parse("@E@=", empty))).isEqualTo("\"@E@\"==\"\"");
    }

    @ParameterizedTest
    @DisplayName("8.9 Unreadable parts are reported with their position, and the condition has no tree")
    @CsvSource(delimiter = '%', quoteCharacter = '`', textBlock = """
            exit_0&&exit_1       % UNREADABLE at 8
            exit_0||exit_1       % UNREADABLE at 8
            &exit_0              % UNREADABLE at 1
            exit_0|              % UNREADABLE at 7
            exit_0 &             % UNREADABLE at 8
            exit_0 AND & exit_1  % UNREADABLE at 12
            NOT                  % UNREADABLE at 1
            NOT &                % UNREADABLE at 5
            ()                   % UNREADABLE at 2
            (exit_0              % UNREADABLE at 1
            exit_0)              % UNREADABLE at 7
            (exit_0)(exit_1)     % UNREADABLE at 9
            stdout~(a            % UNREADABLE at 8
            stdout~a)            % UNREADABLE at 9
            =5                   % UNREADABLE at 1
            ~a                   % UNREADABLE at 1
            exit_0&ok|yes        % UNKNOWN_TEST at 8, UNKNOWN_TEST at 11
            exit_0 exit_1        % UNKNOWN_TEST at 1
            Success              % UNKNOWN_TEST at 1
            stdout               % UNKNOWN_TEST at 1
            loop                 % UNKNOWN_TEST at 1
            exit_x               % UNKNOWN_TEST at 1
            min_success>2        % UNKNOWN_TEST at 1
            exit_-1              % NEEDS_NUMBER at 1
            exit_code=one        % NEEDS_NUMBER at 1
            exit_0|stdout_count> % NEEDS_NUMBER at 8
            min_failed           % NEEDS_NUMBER at 1
            """)
    void problems(String text, String problems) {
        assertThat(shape(text)).isEqualTo(problems);
    }

    @Test
    @DisplayName("8.9 An empty condition is reported")
    void emptyCondition() {
        assertThat(shape("")).isEqualTo("EMPTY at 1");
        assertThat(shape(" \t")).isEqualTo("EMPTY at 1");
    }

    @Test
    @DisplayName("8.11 Excessive nesting is reported as unreadable")
    void deepNesting() {
        assertThat(shape("(".repeat(100_000))).startsWith("UNREADABLE");
        assertThat(shape("NOT ".repeat(100_000) + "success")).startsWith("UNREADABLE");
        assertThat(shape("(".repeat(150) + "success" + ")".repeat(150))).isEqualTo("success");
    }
}
