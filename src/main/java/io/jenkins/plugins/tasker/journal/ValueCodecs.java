package io.jenkins.plugins.tasker.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Finds the codec of a Java type. Events consist of records, lists, optional values, enums and a few scalars. */
final class ValueCodecs {

    private static final Map<Type, ValueCodec> KNOWN = new ConcurrentHashMap<>();

    static {
        for (ScalarCodec scalar : ScalarCodec.values()) {
            KNOWN.put(scalar.type, scalar);
        }
        KNOWN.put(Boolean.class, ScalarCodec.TRUTH);
        KNOWN.put(TaskId.class, new IdCodec());
        KNOWN.put(
                TaskKey.class,
                new ConvertedCodec<>(
                        new RecordCodec(StoredForms.Key.class, "TaskKey"), StoredForms.Key::of, StoredForms.Key::key));
        KNOWN.put(
                GroupCounts.class,
                new ConvertedCodec<>(
                        new RecordCodec(StoredForms.Counts.class, "GroupCounts"),
                        StoredForms.Counts::of,
                        StoredForms.Counts::counts));
    }

    private ValueCodecs() {}

    static ValueCodec of(Type type) {
        ValueCodec known = KNOWN.get(type);
        if (known == null) {
            known = create(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static ValueCodec create(Type type) {
        if (type instanceof ParameterizedType generic) {
            ValueCodec element = of(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == List.class) {
                return new ListCodec(element);
            }
            if (generic.getRawType() == Optional.class) {
                return new OptionalCodec(element);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            return new RecordCodec(plain, plain.getSimpleName());
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            return new EnumCodec(plain);
        }
        throw new IllegalArgumentException("events must not hold a " + type.getTypeName());
    }

    /** Stores a task id as its number. */
    private record IdCodec() implements ValueCodec {

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber(((TaskId) value).value());
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            return new TaskId((long) ScalarCodec.LONG.read(in));
        }
    }

    /** Stores a value in another form ({@link StoredForms}). */
    private record ConvertedCodec<T, S>(ValueCodec stored, Function<T, S> toStored, Function<S, T> fromStored)
            implements ValueCodec {

        @Override
        @SuppressWarnings("unchecked")
        public void write(JsonGenerator out, Object value) throws IOException {
            stored.write(out, toStored.apply((T) value));
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object read(JsonParser in) throws IOException {
            return fromStored.apply((S) stored.read(in));
        }
    }

    private record EnumCodec(Class<?> type) implements ValueCodec {

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeString(((Enum<?>) value).name());
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            String name = ScalarCodec.text(in);
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new MalformedEventException("'" + name + "' is not a " + type.getSimpleName());
        }
    }

    private record ListCodec(ValueCodec element) implements ValueCodec {

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeStartArray();
            for (Object item : (List<?>) value) {
                element.write(out, item);
            }
            out.writeEndArray();
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            ScalarCodec.expect(in, JsonToken.START_ARRAY);
            List<Object> items = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(element.read(in));
            }
            return List.copyOf(items);
        }

        @Override
        public Object absent() {
            return List.of();
        }
    }

    /** Stores an optional value as the value itself, or omits it. */
    private record OptionalCodec(ValueCodec element) implements ValueCodec {

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            element.write(out, ((Optional<?>) value).orElseThrow());
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            return Optional.of(element.read(in));
        }

        @Override
        public Object absent() {
            return Optional.empty();
        }
    }
}
