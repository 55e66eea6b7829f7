package io.jenkins.plugins.tasker.command.output;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Output that is collected")
class OutputBuilderTest {

    /** A disk with little free space. */
    private static final class SmallDisk implements Spool {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final int room;
        private boolean closed;

        SmallDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (content.size() + bytes.length > room) {
                throw new IOException("No space left on device");
            }
            content.writeBytes(bytes);
        }

        @Override
        public InputStream read() {
            return new ByteArrayInputStream(content.toByteArray());
        }

        @Override
        public InputStream readEnd(long bytes) {
            byte[] all = content.toByteArray();
            int start = (int) Math.max(0, all.length - bytes);
            return new ByteArrayInputStream(all, start, all.length - start);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final String MOST_IN_MEMORY = "x".repeat(OutputBuilder.MEMORY);

    private final SmallDisk disk = new SmallDisk(2 * OutputBuilder.MEMORY);
    private final OutputBuilder builder = new OutputBuilder(() -> disk);

    @Test
    @DisplayName("stays in memory while it is short")
    void shortOutput() {
        builder.append(MOST_IN_MEMORY);

        assertThat(builder.build()).isInstanceOf(TextOutput.class).hasToString(MOST_IN_MEMORY);
    }

    @Test
    @DisplayName("moves to a file when it becomes long")
    void longOutput() {
        builder.append(MOST_IN_MEMORY);
        builder.append("\u00e4");
        builder.append("end");
        Output output = builder.build();

        assertThat(output).isInstanceOf(SpooledOutput.class);
        assertThat(text(output)).isEqualTo(MOST_IN_MEMORY + "\u00e4end");
        assertThat(output.length()).isEqualTo(OutputBuilder.MEMORY + 4);
        assertThat(output.loss()).isEmpty();
    }

    @Test
    @DisplayName("is the constant empty output if the command printed nothing")
    void noOutput() {
        assertThat(builder.build()).isSameAs(Output.EMPTY);
    }

    @Test
    @DisplayName("keeps its start and names the reason when the disk becomes full")
    void diskBecomesFull() {
        builder.append(MOST_IN_MEMORY);
        builder.append("kept");
        builder.append(MOST_IN_MEMORY);
        builder.append("dropped as well, because it comes later");
        Output output = builder.build();

        assertThat(text(output)).isEqualTo(MOST_IN_MEMORY + "kept");
        assertThat(output.length()).isEqualTo(OutputBuilder.MEMORY + 4);
        assertThat(output.loss()).isEqualTo("No space left on device");
    }

    @Test
    @DisplayName("keeps what fits in memory if the disk is full from the start")
    void diskIsFull() {
        SmallDisk full = new SmallDisk(2);
        OutputBuilder unlucky = new OutputBuilder(() -> full);
        unlucky.append("abc");
        unlucky.append(MOST_IN_MEMORY);
        Output output = unlucky.build();

        assertThat(text(output)).isEqualTo(("abc" + MOST_IN_MEMORY).substring(0, OutputBuilder.MEMORY));
        assertThat(output.loss()).isEqualTo("No space left on device");
        assertThat(full.closed).isTrue();
    }

    @Test
    @DisplayName("keeps what fits in memory if no file can be created")
    void noFile() {
        OutputBuilder unlucky = new OutputBuilder(() -> {
            throw new IOException("Read-only file system");
        });
        unlucky.append(MOST_IN_MEMORY);
        unlucky.append("more");

        assertThat(unlucky.build().loss()).isEqualTo("Read-only file system");
        assertThat(text(unlucky.build())).isEqualTo(MOST_IN_MEMORY);
    }
}
