package io.jenkins.plugins.tasker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.documentation.Markdown.Block;
import io.jenkins.plugins.tasker.steps.RunParameters;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the Jenkinsfiles of a page: only a Jenkins can run them, but their parameters must exist. */
final class ShownSteps {

    private static final Pattern CALL = Pattern.compile("taskerRun\\b(?:\\s*\\((?<inside>[^()]*)\\)|(?<rest>[^\\n]*))");
    private static final Pattern NAME = Pattern.compile("\\b([A-Za-z]\\w*):\\s");
    private static final Pattern VALUE = Pattern.compile("'[^']*'|\"[^\"]*\"|\\[[^\\]]*]");

    private ShownSteps() {}

    /** Returns the parameters of {@code taskerRun} and of the build step. */
    static Set<String> parameters() {
        return Arrays.stream(RunParameters.class.getMethods())
                .map(Method::getName)
                .filter(name -> name.matches("(get|is)[A-Z].*"))
                .map(name -> name.replaceFirst("get|is", ""))
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .collect(Collectors.toSet());
    }

    static void assertParametersExist(Block block) {
        Matcher calls = CALL.matcher(String.join("\n", block.text()));
        while (calls.find()) {
            String given = calls.group("inside") != null ? calls.group("inside") : calls.group("rest");
            Matcher name = NAME.matcher(VALUE.matcher(given).replaceAll("''"));
            while (name.find()) {
                assertThat(parameters()).contains(name.group(1));
            }
        }
    }
}
