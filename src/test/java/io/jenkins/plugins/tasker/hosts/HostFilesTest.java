package io.jenkins.plugins.tasker.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFilesTest {

    @TempDir
    private Path directory;

    private Path workspace;

    @BeforeEach
    void createWorkspace() throws IOException {
        workspace = Files.createDirectory(directory.resolve("workspace"));
    }

    private List<String> hosts(String list) throws HostListException {
        return HostList.parse(list)
                .known(new HostSources(Inventory.NONE, LocalHostFiles.within(workspace)))
                .names();
    }

    private HostProblem problem(String list) {
        return catchThrowableOfType(HostListException.class, () -> hosts(list)).problem();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(workspace.resolve(name), text);
    }

    @Test
    @DisplayName("19.2 file: gives the items of a file, any number on a line, without comments")
    void readsFile() throws IOException, HostListException {
        write("hosts.txt", "# all of them\nweb[1-2], web3 # three\r\n\r\n  db1");
        assertThat(hosts("a,file:hosts.txt,!file:hosts.txt,b")).containsExactly("a", "b");
        assertThat(hosts("a file:hosts.txt")).containsExactly("a", "web1", "web2", "web3", "db1");
    }

    @Test
    @DisplayName("19.3 a file is read once in a run")
    void readsFileOnce() throws IOException, HostListException {
        write("hosts.txt", "web1");
        HostSources sources = new HostSources(Inventory.NONE, LocalHostFiles.in(workspace));
        HostList list = HostList.parse("file:hosts.txt");
        list.known(sources);
        write("hosts.txt", "web2");
        assertThat(list.resolve(sources, reference -> "").names()).containsExactly("web1");
    }

    @Test
    @DisplayName("19.2 a problem in a file names the line, never the text")
    void namesLineOnly() throws IOException {
        write("hosts.txt", "web1\n  secret[");
        HostProblem problem = problem("file:hosts.txt");
        assertThat(problem.code()).isEqualTo(Code.E44);
        assertThat(problem.toString()).contains("hosts.txt, line 2, column 9").doesNotContain("secret");
        write("passwd", "root:x:0:0:root:/root:/bin/bash");
        assertThat(problem("file:passwd").toString())
                .contains("passwd, line 1", "[E09]")
                .doesNotContain("root");
    }

    @Test
    @DisplayName("19.2 file: and ! are E44 in a file")
    void refusesNestedFiles() throws IOException {
        write("a", "file:b");
        write("b", "web1 !web2");
        assertThat(problem("file:a").code()).isEqualTo(Code.E44);
        assertThat(problem("file:b").code()).isEqualTo(Code.E44);
    }

    @Test
    @DisplayName("19.2 in a workspace, paths that leave it are E46, through .. and links")
    void staysInWorkspace() throws IOException, HostListException {
        Path outside = Files.writeString(directory.resolve("outside"), "web1");
        Files.createSymbolicLink(workspace.resolve("link"), outside);
        Files.createSymbolicLink(workspace.resolve("up"), directory);
        write("inside", "web2");
        for (String path : List.of("../outside", outside.toString(), "link", "up/outside")) {
            HostProblem problem = problem("file:" + path);
            assertThat(problem.code()).as(path).isEqualTo(Code.E46);
            assertThat(problem.message()).as(path).contains("leaves the workspace");
        }
        assertThat(hosts("file:" + workspace.resolve("inside") + ",file:./inside"))
                .containsExactly("web2");
    }

    @Test
    @DisplayName("19.3 a missing, binary, huge or special file is E46")
    void refusesUnreadableFiles() throws IOException {
        Files.write(workspace.resolve("latin1"), new byte[] {'w', (byte) 0xe9});
        Files.write(workspace.resolve("nul"), new byte[] {'w', 0});
        Files.write(workspace.resolve("huge"), new byte[HostFiles.MAX_BYTES + 1]);
        Files.createDirectory(workspace.resolve("directory"));
        for (String path : List.of("missing", "latin1", "nul", "huge", "directory", "a\0b")) {
            HostProblem problem = problem("web1,file:" + path);
            assertThat(problem.code()).as(path).isEqualTo(Code.E46);
            assertThat(problem.place().column()).as(path).isEqualTo(6);
        }
        assertThat(catchThrowableOfType(
                                HostListException.class,
                                () -> HostList.parse("file:x").known(HostSources.none()))
                        .problem()
                        .code())
                .isEqualTo(Code.E46);
    }

    @Test
    @DisplayName("19.4 a run that continues reads the files as they were at its start")
    void keepsCopies() throws IOException, UnreadableHostFileException {
        write("hosts.txt", "web1");
        Path copies = directory.resolve("copies");
        HostFiles files = LocalHostFiles.within(workspace);
        assertThat(new KeptHostFiles(copies, files).read("hosts.txt")).isEqualTo("web1");
        write("hosts.txt", "web2");
        assertThat(new KeptHostFiles(copies, files).read("hosts.txt")).isEqualTo("web1");
    }

    @Test
    @DisplayName("19.2 without a workspace, paths may lie anywhere, and relative ones start at the task file")
    void readsAnywhere() throws IOException, HostListException {
        Files.writeString(directory.resolve("outside"), "web1");
        HostSources sources = new HostSources(Inventory.NONE, LocalHostFiles.in(workspace));
        assertThat(HostList.parse("file:../outside,file:" + directory.resolve("outside"))
                        .known(sources)
                        .names())
                .containsExactly("web1");
    }
}
