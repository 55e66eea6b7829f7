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
 * The options and variables by which OpenSSH's programs log in as somebody. They offer what is given here and nothing else,
 * not what the user of the agent has besides. For OpenSSH the first of several options counts, so these win over those that
 * stand behind {@code {login}}.
 *
 * <p>Passwords and passphrases never stand on a command line: OpenSSH asks a program for them, which knows them from its
 * environment and answers to this one question only.
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
        return new Login(asking("*passphrase*", variable), options);
    }

    private List<String> key(String keyFile) {
        return List.of("-l", user, "-i", keyFile, "-o", "IdentitiesOnly=yes");
    }

    /** @param variable that holds the password */
    Login withPassword(String variable) throws IOException, InterruptedException {
        return new Login(
                asking("*[Pp]assword*", variable),
                List.of(
                        "-l", user,
                        "-o", "BatchMode=no",
                        "-o", "PubkeyAuthentication=no",
                        "-o", "NumberOfPasswordPrompts=1"));
    }

    private Map<String, String> asking(String question, String variable) throws IOException, InterruptedException {
        String program = "#!/bin/sh\n"
                + "case \"$1\" in\n"
                + question + ") printf '%s\\n' \"$" + variable + "\" ;;\n"
                + "*) exit 1 ;;\n"
                + "esac\n";
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(
                "SSH_ASKPASS",
                files.program(
                        type + "-askpass", new ByteArrayInputStream(program.getBytes(StandardCharsets.US_ASCII))));
        environment.put("SSH_ASKPASS_REQUIRE", "force");
        // Before version 8.4 OpenSSH asked a program only where there seemed to be a screen.
        environment.put("DISPLAY", ":0");
        return environment;
    }
}
