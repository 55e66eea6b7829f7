package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.SingleValueConverter;
import com.thoughtworks.xstream.io.xml.DomDriver;
import com.thoughtworks.xstream.security.AnyTypePermission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other code may save a build while one of its runs is added. */
class SavedWhileChangedTest {

    @TempDir
    private Path directory;

    @Test
    void runThatIsAddedDuringASaveDoesNotDisturbIt() throws IOException {
        TaskerRunAction action = TaskerRunAction.of(new TestBuild(directory));
        action.add(entry(1));
        action.add(entry(2));
        XStream xml = new XStream(new DomDriver());
        xml.addPermission(AnyTypePermission.ANY);
        xml.registerConverter(new SingleValueConverter() {
            @Override
            public boolean canConvert(Class type) {
                return type == RunEntry.class;
            }

            @Override
            public String toString(Object run) {
                try {
                    action.add(entry(action.entries().size() + 1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return "run";
            }

            @Override
            public Object fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });

        assertThat(xml.toXML(action)).containsSubsequence("run</", "run</").contains("runs");
        assertThat(action.entries()).hasSize(4);
    }

    private static RunEntry entry(int number) {
        return new RunEntry(number, new RunName("deploy.txt", "", ""));
    }
}
