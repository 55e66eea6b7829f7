package io.jenkins.plugins.tasker.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {

    private static final String EXAMPLE = """
            # mail.example.com and bastion are in no group
            mail.example.com
            bastion   ; gateway

            [web]
            web[01:03]  http_port=80
            web[07-08].example.com

            [db]
              db-[a:c] rack="a b"   # letters

            [site:children]
            db
            web

            [site:vars]
            ntp=pool.ntp.org [x

            [web:vars]
            answer = 42
            """;

    private static List<String> hosts(String inventory, String list) throws HostListException {
        return HostList.parse(list)
                .known(new HostSources(Inventory.parse("hosts.ini", inventory), HostFiles.NONE))
                .names();
    }

    private static HostProblem problem(String inventory, String list) {
        return catchThrowableOfType(HostListException.class, () -> hosts(inventory, list))
                .problem();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "group:web | web01 web02 web03 web07.example.com web08.example.com",
                "group:db | db-a db-b db-c",
                "group:site,!group:web | db-a db-b db-c",
                "group:web,!web02,!web03,mail | web01 web07.example.com web08.example.com mail",
                "group:all,!group:site | mail.example.com bastion"
            })
    @DisplayName("19.4 groups hold the items below their line, and those of their children")
    void readsGroups(String list, String expected) throws HostListException {
        assertThat(hosts(EXAMPLE, list)).containsExactly(expected.split(" "));
    }

    @Test
    @DisplayName("19.4 the group all holds every host of the file, in its order")
    void allHoldsEveryHost() throws HostListException {
        Inventory inventory = Inventory.parse("hosts.ini", EXAMPLE);
        assertThat(inventory.groups()).containsExactly("all", "web", "db", "site");
        assertThat(inventory.hosts())
                .hasSize(10)
                .startsWith("mail.example.com", "bastion")
                .endsWith("db-c");
        assertThat(inventory.connectionSetting()).isEmpty();
    }

    @Test
    @DisplayName("19.4 the host list shows groups that a group or another group contains once")
    void expandsSharedChildrenOnce() throws HostListException {
        String inventory = "[a]\nn1\ngroup:b\n[b]\nn2\n[c:children]\nb\na\n";
        assertThat(hosts(inventory, "group:c")).containsExactly("n2", "n1");
        assertThat(hosts(inventory, "group:a")).containsExactly("n1", "n2");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "web1 ansible_host=10.0.0.1",
                "web1 a=b ansible_port = 22",
                "[g]\nweb1 ansible_user=root\nweb2 ansible_user=root",
                "web1 ansible_connection=local",
                "web1:2222",
                "web[1:2]:2222"
            })
    @DisplayName("19.4 a line of Ansible that changes how a host is reached is reported (W37)")
    void reportsConnectionSettings(String inventory) throws HostListException {
        Inventory read = Inventory.parse("hosts.ini", inventory);
        assertThat(read.connectionSetting()).isPresent().get().asString().startsWith("web");
        assertThat(read.hosts()).contains("web1");
    }

    @Test
    @DisplayName("19.4 a section of variables that changes how hosts are reached is reported (W37)")
    void reportsConnectionSettingsOfGroups() throws HostListException {
        assertThat(Inventory.parse("hosts.ini", "[web]\nweb1\n[web:vars]\nansible_user=deploy\n")
                        .connectionSetting())
                .contains("group web");
    }

    @Test
    @DisplayName("19.4 addresses of IPv6 keep their colons")
    void keepsAddresses() throws HostListException {
        assertThat(hosts("2001:db8::1\nfe80::[1:2]", "group:all")).containsExactly("2001:db8::1", "fe80::1", "fe80::2");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "E45 | group:wbe | web' meant",
                "E45 | group:zzzzzzzz | known groups: all, web",
                "E47 | group:empty | at least one"
            })
    @DisplayName("19.4 an unknown group is E45, with a remedy; a group without hosts gives none")
    void refusesUnknownGroups(Code code, String list, String remedy) {
        HostProblem problem = problem("[web]\nweb1\n[empty]\n", list);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.remedy()).contains(remedy);
    }

    @Test
    @DisplayName("19.4 a group without an inventory is E45")
    void refusesGroupWithoutInventory() {
        HostProblem problem = catchThrowableOfType(
                        HostListException.class,
                        () -> HostList.parse("web1,group:web").known(HostSources.none()))
                .problem();
        assertThat(problem.code()).isEqualTo(Code.E45);
        assertThat(problem.place().column()).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "E45 | [a:children]/b/[b:children]/c/[c:children]/a | line 6, column 1 | a -> b -> c -> a",
                "E45 | [a:children]/a | line 2 | a -> a",
                "E45 | [a]/group:b/[b]/group:a | line 4 | a -> b -> a",
                "E45 | [a:children]/b | line 2 | no such group",
                "E44 | [web]/  web[1:/n1 | line 2, column 6 | not closed",
                "E44 | web[3:1] | line 1, column 5 | ends before",
                "E44 | web[a:F] | line 1 | whole numbers",
                "E44 | web[a-f] | line 1 | whole numbers",
                "E44 | web1,web2 | line 1, column 1 | one item",
                "E44 | file:x | line 1 | not allowed",
                "E44 | !web1 | line 1 | not allowed",
                "E44 | [web:hosts]/web1 | line 1 | section",
                "E09 | [web/web1 | line 1 | characters",
                "E43 | n[1:100001] | line 1 | more than 100000"
            })
    @DisplayName("19.4 an inventory that cannot be read is refused with its line")
    void refusesMalformedInventory(String code, String lines, String place, String message) {
        HostProblem problem = catchThrowableOfType(
                        HostListException.class, () -> Inventory.parse("hosts.ini", lines.replace('/', '\n')))
                .problem();
        if (!code.equals("E09")) {
            assertThat(problem.code()).hasToString(code);
            assertThat(problem.message()).contains(message);
        }
        assertThat(problem.toString()).contains("hosts.ini, " + place);
    }

    @Test
    @Timeout(10)
    @DisplayName("19.4 a chain of ten thousand groups is read, and a circle of as many is found")
    void readsLongChains() throws HostListException {
        String chain = IntStream.range(0, 10_000)
                .mapToObj(i -> "[g" + i + ":children]\ng" + (i + 1) + "\n")
                .collect(Collectors.joining());
        assertThat(hosts(chain + "[g10000]\nn1\n", "group:g0")).containsExactly("n1");
        assertThat(problem(chain + "[g10000:children]\ng0\n", "group:g0").code())
                .isEqualTo(Code.E45);
    }

    @Test
    @DisplayName("19.4 an inventory may have more hosts than one list may name")
    void holdsManyHosts() throws HostListException {
        String inventory = "[a]\nn[1:60000]\n[b]\nm[1:5000]\n";
        assertThat(hosts(inventory, "group:b")).hasSize(5_000);
        assertThat(problem(inventory, "group:a").code()).isEqualTo(Code.E43);
    }
}
