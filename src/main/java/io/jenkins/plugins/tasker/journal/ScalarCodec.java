package io.jenkins.plugins.tasker.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Converts values that are a single JSON token. */
enum ScalarCodec implements ValueCodec {
    TEXT(String.class, "") {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeString(wellFormed((String) value));
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            return text(in);
        }
    },
    INT(int.class, 0) {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((int) value);
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            expect(in, JsonToken.VALUE_NUMBER_INT);
            return in.getIntValue();
        }
    },
    LONG(long.class, 0L) {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((long) value);
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            expect(in, JsonToken.VALUE_NUMBER_INT);
            return in.getLongValue();
        }
    },
    TRUTH(boolean.class, false) {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeBoolean((boolean) value);
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            if (!in.currentToken().isBoolean()) {
                throw new MalformedEventException("true or false expected");
            }
            return in.getBooleanValue();
        }
    },
    /** ISO form, UTC. Written without a formatter, because loading one takes longer than writing the events of a short run. */
    INSTANT(Instant.class, null) {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            Instant instant = (Instant) value;
            LocalDateTime time =
                    LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
            boolean wholeMinute = time.getSecond() == 0 && time.getNano() == 0;
            out.writeString(time + (wholeMinute ? ":00Z" : "Z"));
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            String text = text(in);
            if (text.endsWith("Z")) {
                try {
                    return LocalDateTime.parse(text.substring(0, text.length() - 1))
                            .toInstant(ZoneOffset.UTC);
                } catch (DateTimeException e) {
                    // Reported below.
                }
            }
            throw new MalformedEventException("'" + text + "' is not a time");
        }
    },
    DURATION(Duration.class, Duration.ZERO) {
        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeString(value.toString());
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            String text = text(in);
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw new MalformedEventException("'" + text + "' is not a duration");
            }
        }
    };

    final Class<?> type;
    private final Object absent;

    ScalarCodec(Class<?> type, Object absent) {
        this.type = type;
        this.absent = absent;
    }

    @Override
    public Object absent() {
        return absent;
    }

    static String text(JsonParser in) throws IOException {
        expect(in, JsonToken.VALUE_STRING);
        return in.getText();
    }

    static void expect(JsonParser in, JsonToken token) throws IOException {
        if (in.currentToken() != token) {
            throw new MalformedEventException(token + " expected, but found " + in.currentToken());
        }
    }

    /** Replaces an unpaired surrogate, which UTF-8 cannot represent, by the replacement character. */
    private static String wellFormed(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            repaired = repaired == null ? new StringBuilder(text) : repaired;
            repaired.setCharAt(i, '\uFFFD');
        }
        return repaired == null ? text : repaired.toString();
    }
}
