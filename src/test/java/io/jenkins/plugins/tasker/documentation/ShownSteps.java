package io.jenkins.plugins.tasker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.documentation.Markdown.Block;
import io.jenkins.plugins.tasker.steps.StepParameters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the Jenkinsfiles of a page: only a Jenkins can run them, but their parameters must exist. */
final class ShownSteps {

    private static final Pattern CALL = Pattern.compile("taskerRun\\b(?:\\s*\\((?<inside>[^()]*)\\)|(?<rest>[^\\n]*))");
    private static final Pattern NAME = Pattern.compile("\\b([A-Za-z]\\w*):\\s");
    private static final Pattern VALUE = Pattern.compile("'[^']*'|\"[^\"]*\"|\\[[^\\]]*]");

    private ShownSteps() {}

    static void assertParametersExist(Block block) {
        Matcher calls = CALL.matcher(String.join("\n", block.text()));
        while (calls.find()) {
            String given = calls.group("inside") != null ? calls.group("inside") : calls.group("rest");
            Matcher name = NAME.matcher(VALUE.matcher(given).replaceAll("''"));
            while (name.find()) {
                assertThat(StepParameters.names()).contains(name.group(1));
            }
        }
    }
}
