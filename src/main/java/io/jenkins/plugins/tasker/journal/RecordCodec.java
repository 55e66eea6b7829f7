package io.jenkins.plugins.tasker.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Converts a Java record to a JSON object with a field for each component, and back. Omits components that have their absent
 * value. Ignores unknown fields, so that a new component needs no new version of the format.
 */
final class RecordCodec implements ValueCodec {

    private final String name;
    private final Constructor<?> constructor;
    private final String[] names;
    private final Method[] accessors;
    private final ValueCodec[] codecs;
    private final Map<String, Integer> indexes = new HashMap<>();

    /** @param name of the record in messages */
    RecordCodec(Class<?> type, String name) {
        RecordComponent[] components = type.getRecordComponents();
        this.name = name;
        this.names = new String[components.length];
        this.accessors = new Method[components.length];
        this.codecs = new ValueCodec[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            names[i] = components[i].getName();
            accessors[i] = components[i].getAccessor();
            codecs[i] = ValueCodecs.of(components[i].getGenericType());
            types[i] = components[i].getType();
            indexes.put(names[i], i);
        }
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("every record has this constructor", e);
        }
    }

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
        out.writeStartObject();
        writeFields(out, value);
        out.writeEndObject();
    }

    void writeFields(JsonGenerator out, Object value) throws IOException {
        for (int i = 0; i < names.length; i++) {
            Object component = component(value, i);
            // In this order, because equals() of an absent value is cheaper than that of a record.
            if (!Objects.equals(codecs[i].absent(), component)) {
                out.writeFieldName(names[i]);
                codecs[i].write(out, component);
            }
        }
    }

    private Object component(Object value, int index) {
        try {
            return accessors[index].invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + name + "." + names[index], e);
        }
    }

    @Override
    public Object read(JsonParser in) throws IOException {
        ScalarCodec.expect(in, JsonToken.START_OBJECT);
        return readFields(in);
    }

    /** Reads the fields after the current token, and the end of the object. */
    Object readFields(JsonParser in) throws IOException {
        Object[] values = new Object[names.length];
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            Integer index = indexes.get(in.currentName());
            in.nextToken();
            if (index == null) {
                in.skipChildren();
            } else {
                values[index] = codecs[index].read(in);
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == null ? codecs[i].absent() : values[i];
            if (values[i] == null) {
                throw new MalformedEventException("field '" + names[i] + "' of " + name + " is missing");
            }
        }
        return create(values);
    }

    private Object create(Object[] values) throws IOException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new MalformedEventException(name + ": " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + name, e);
        }
    }
}
