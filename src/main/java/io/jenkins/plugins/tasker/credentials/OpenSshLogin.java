package io.jenkins.plugins.tasker.credentials;

import io.jenkins.plugins.tasker.command.Login;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Creates the options and variables for a login with OpenSSH. OpenSSH then offers only the given key or password, not those of
 * the agent's user. Of repeated options OpenSSH uses the first, so these override the options after {@code {login}}.
 *
 * <p>Command lines contain no password or passphrase: OpenSSH requests them from a program, which reads them from its
 * environment and answers this one prompt only.
 */
final class OpenSshLogin {

    private final String type;
    private final String user;
    private final SecretFiles files;

    /** @param type name of the execution type */
    OpenSshLogin(String type, String user, SecretFiles files) {
        this.type = type;
        this.user = user;
        this.files = files;
    }

    Login withKey(String keyFile) {
        return new Login(Map.of(), key(keyFile));
    }

    /** @param variable that holds the passphrase of the key */
    Login withKey(String keyFile, String variable) throws IOException, InterruptedException {
        List<String> options = Stream.concat(
                        key(keyFile).stream(),
                        Stream.of(
                                "-o", "BatchMode=no",
                                "-o", "PasswordAuthentication=no",
                                "-o", "KbdInteractiveAuthentication=no"))
                .toList();
        return new Login(askpass("*passphrase*", variable), options);
    }

    private List<String> key(String keyFile) {
        return List.of("-l", user, "-i", keyFile, "-o", "IdentitiesOnly=yes");
    }

    /** @param variable that holds the password */
    Login withPassword(String variable) throws IOException, InterruptedException {
        return new Login(
                askpass("*[Pp]assword*", variable),
                List.of(
                        "-l", user,
                        "-o", "BatchMode=no",
                        "-o", "PubkeyAuthentication=no",
                        "-o", "NumberOfPasswordPrompts=1"));
    }

    private Map<String, String> askpass(String prompt, String variable) throws IOException, InterruptedException {
        String program = "#!/bin/sh\n"
                + "case \"$1\" in\n"
                + prompt + ") printf '%s\\n' \"$" + variable + "\" ;;\n"
                + "*) exit 1 ;;\n"
                + "esac\n";
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(
                "SSH_ASKPASS",
                files.program(
                        type + "-askpass", new ByteArrayInputStream(program.getBytes(StandardCharsets.US_ASCII))));
        environment.put("SSH_ASKPASS_REQUIRE", "force");
        // Before version 8.4 OpenSSH ran the program only if DISPLAY was set.
        environment.put("DISPLAY", ":0");
        return environment;
    }
}
