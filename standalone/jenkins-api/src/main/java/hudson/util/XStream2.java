package hudson.util;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.reflection.ReflectionConverter;
import com.thoughtworks.xstream.io.xml.DomDriver;
import com.thoughtworks.xstream.mapper.MapperWrapper;
import com.thoughtworks.xstream.security.AnyTypePermission;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Works in part: reads old class names, and transient fields that earlier versions wrote. */
public class XStream2 extends XStream {

    private final Map<String, Class<?>> compatibilityAliases = new ConcurrentHashMap<>();

    public XStream2() {
        super(new DomDriver());
        addPermission(AnyTypePermission.ANY);
        registerConverter(
                new ReflectionConverter(getMapper(), getReflectionProvider()) {
                    @Override
                    protected boolean shouldUnmarshalTransientFields() {
                        return true;
                    }
                },
                PRIORITY_VERY_LOW + 1);
    }

    @SuppressWarnings("rawtypes")
    public void addCompatibilityAlias(String oldClassName, Class newClass) {
        compatibilityAliases.put(oldClassName, newClass);
    }

    @Override
    protected MapperWrapper wrapMapper(MapperWrapper next) {
        return new MapperWrapper(next) {
            @Override
            @SuppressWarnings("rawtypes")
            public Class realClass(String elementName) {
                Class<?> renamed = compatibilityAliases.get(elementName);
                return renamed == null ? super.realClass(elementName) : renamed;
            }
        };
    }
}
