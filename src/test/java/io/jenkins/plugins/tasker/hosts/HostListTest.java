package io.jenkins.plugins.tasker.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostListTest {

    private static final Globals NO_GLOBALS = Globals.of(List.of(), Map.of());

    private static List<String> hosts(String list) throws HostListException {
        return HostList.parse(list).known(HostSources.none()).names();
    }

    private static HostProblem problem(String list) {
        return catchThrowableOfType(HostListException.class, () -> hosts(list)).problem();
    }

    private static List<String> numbered(String format, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(format::formatted).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "web1.example.com | web1.example.com",
                "web1, web2 web3,,web4 | web1 web2 web3 web4",
                "web[1,3,7-9] | web1 web3 web7 web8 web9",
                "web[08-11] | web08 web09 web10 web11",
                "web[8-11] | web8 web9 web10 web11",
                "web[007] | web007",
                "db[0-10/5] | db0 db5 db10",
                "db[00-10/4]x | db00x db04x db08x",
                "rack[1-2]-n[01-02] | rack1-n01 rack1-n02 rack2-n01 rack2-n02",
                "deploy@web[1-2]:22 | deploy@web1:22 deploy@web2:22",
                "fe80::[1-2]%eth0 | fe80::1%eth0 fe80::2%eth0",
                "!web2 web[1-3] | web1 web3",
                "web[1-4],!web[2-3] | web1 web4",
                "!web9,web1 | web1"
            })
    @DisplayName("19.2 names, ranges and exclusions give hosts in the order of the list")
    void expandsItems(String list, String expected) throws HostListException {
        assertThat(hosts(list)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "web[20-01] | 5 | 20-01 | ends before",
                "a,web[1- | 6 | [1- | not closed",
                "web[1 ,2] | 4 | [1 | not closed before the blank",
                "web[1[2]] | 4 | [1 | not closed",
                "web[a-c] | 5 | a | whole numbers",
                "web[1:3] | 5 | 1:3 | whole numbers",
                "web[] | 5 | web[] | a number is missing",
                "web[1,,2] | 7 | web[1,,2] | a number is missing",
                "web[1-3/0] | 9 | 0 | step is 0",
                "web[1-3/x] | 9 | x | whole numbers",
                "web[1-1000000000000000000] | 7 | 1000000000000000000 | 18 digits",
                "web1] | 5 | ] | closes no bracket",
                "! | 1 | ! | has no item",
                "! web1 | 1 | ! | has no item",
                "group: | 1 | group: | name is missing",
                "!file: | 1 | !file: | name is missing"
            })
    @DisplayName("19.3 an item that cannot be read is E44, with its column")
    void refusesMalformedItems(String list, int column, String text, String message) {
        HostProblem problem = problem(list);
        assertThat(problem.code()).isEqualTo(Code.E44);
        assertThat(problem.message()).contains(message);
        assertThat(problem.remedy()).isNotEmpty();
        assertThat(problem.place().column()).isEqualTo(column);
        if (!text.equals(list)) {
            assertThat(problem.place().text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-oProxyCommand=x",
                "web1,-v",
                "we\u0007b",
                "web;reboot",
                "web*",
                "!!web1",
                "w\u00e9b",
                "-[1-2]",
                "$HOST"
            })
    @DisplayName("19.5 a name with other characters, or with - at its start, is E09")
    void refusesUnacceptableNames(String list) {
        assertThat(problem(list).code()).isEqualTo(Code.E09);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n[1-10000000]",
                "a[1-1000]b[1-100]c[1-100]",
                "a[0-999999999999999999]b[0-999999999999999999]c[0-999999999999999999]",
                "n[1-10001]",
                "n[1-9999],m[1-2]",
                "web1,!n[1-10000000]"
            })
    @Timeout(5)
    @DisplayName("19.3 more than 10,000 hosts are E43, without expanding ten million names")
    void refusesTooManyHosts(String list) {
        HostProblem problem = problem(list);
        assertThat(problem.code()).isEqualTo(Code.E43);
        assertThat(problem.place().column()).isPositive();
    }

    @Test
    @DisplayName("19.3 the limit counts each host once, and none that the list excludes")
    void countsDistinctHosts() throws HostListException {
        assertThat(hosts("n[1-10000],n[1-10000]")).hasSize(10_000);
        assertThat(hosts("n[1-10500],!n[1-600]")).hasSize(9_900);
    }

    @Test
    @DisplayName("19.3 a host listed twice counts once, and is reported")
    void reportsRepeatedHosts() throws HostListException {
        HostSelection selection = HostList.parse("web2,web[1-3],db1,!db1,db1").known(HostSources.none());
        assertThat(selection.names()).containsExactly("web2", "web1", "web3");
        assertThat(selection.repeated()).containsExactly("web2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "web1,!web[1-2]", "!web1"})
    @DisplayName("19.3 a list without any host is E47")
    void refusesEmptyLists(String list) {
        assertThat(problem(list).code()).isEqualTo(Code.E47);
    }

    @Test
    @DisplayName("19.3 globals are expanded before items are read")
    void expandsGlobalsFirst() throws HostListException {
        Globals globals =
                Globals.of(List.of(new KeyValueLine(1, "SITE", "a[1-2].example.com,b1")), Map.of("LAST", "3"));
        assertThat(HostList.of(Template.of("@SITE@,c[1-@LAST@]", globals))
                        .known(HostSources.none())
                        .names())
                .containsExactly("a1.example.com", "a2.example.com", "b1", "c1", "c2", "c3");
    }

    @Test
    @DisplayName("19.3 the value of a result is cut at commas and white space, and gives names and nothing else")
    void insertsResultsAsNames() throws HostListException {
        HostList list = HostList.of(Template.of("@1_stdout@,!@2_stdout@ db1", NO_GLOBALS));
        assertThat(list.isStatic()).isFalse();
        assertThat(list.known(HostSources.none()).names()).containsExactly("db1");
        Map<String, String> results =
                Map.of("@1_stdout@", "web1\nweb2, web[1-9] !x\u00a0group:all", "@2_stdout@", "web2");
        assertThat(list.resolve(HostSources.none(), results::get).names())
                .containsExactly("web1", "web[1-9]", "!x", "group:all", "db1");
    }

    @Test
    @DisplayName("19.3 a list that is empty only at run time gives no hosts")
    void acceptsEmptyResults() throws HostListException {
        HostList list = HostList.of(Template.of("@1_stdout@", NO_GLOBALS));
        assertThat(list.known(HostSources.none()).names()).isEmpty();
        assertThat(list.resolve(HostSources.none(), reference -> " \n").names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web@1_stdout@",
                "@1_stdout@.example.com",
                "web[1-@1_stdout@]",
                "@1_stdout@@2_stdout@x",
                "group:@1_stdout@"
            })
    @DisplayName("19.3 a result that is only a part of an item is E44")
    void refusesResultsInsideItems(String list) {
        HostListException thrown =
                catchThrowableOfType(HostListException.class, () -> HostList.of(Template.of(list, NO_GLOBALS)));
        assertThat(thrown.problem().code()).isEqualTo(Code.E44);
    }

    @Test
    @DisplayName("19.3 a result with more than 10,000 hosts is E43")
    void refusesTooManyResults() throws HostListException {
        HostList list = HostList.of(Template.of("@1_stdout@", NO_GLOBALS));
        String value = String.join(" ", numbered("n%d", 1, 10_001));
        assertThat(catchThrowableOfType(
                                HostListException.class, () -> list.resolve(HostSources.none(), reference -> value))
                        .problem()
                        .code())
                .isEqualTo(Code.E43);
    }
}
