package io.jenkins.plugins.tasker.journal.outputs;

import io.jenkins.plugins.tasker.command.output.Output;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;

/** Outputs with an answer of their own. */
final class TestOutputs {

    private TestOutputs() {}

    static Output with(Output output, String method, Object answer) {
        return (Output) Proxy.newProxyInstance(
                Output.class.getClassLoader(), new Class<?>[] {Output.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        if (answer instanceof RuntimeException failure) {
                            throw failure;
                        }
                        return answer;
                    }
                    return called.invoke(output, arguments);
                });
    }

    static Output failing() {
        return with(
                Output.of("x".repeat(10_000)),
                "reader",
                new UncheckedIOException(new IOException("the agent has gone")) {
                    @Override
                    public String getMessage() {
                        return "the agent has gone";
                    }
                });
    }

    static Output counting(Output output, long[] read) {
        Reader reader = output.reader();
        return with(output, "reader", new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                int count = reader.read(buffer, offset, length);
                read[0] += Math.max(0, count);
                return count;
            }

            @Override
            public long skip(long characters) throws IOException {
                return reader.skip(characters);
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        });
    }
}
