package org.luminousnix.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/// How a record lies on the wire: its members in order, and the constructor that takes them.
record WireShape(List<Member> members, Constructor<?> constructor)
{
    private static final ClassValue<WireShape> SHAPES = new ClassValue<>()
    {
        @Override
        protected WireShape computeValue(Class<?> type)
        {
            return read(type);
        }
    };

    record Member(String name, Type type, Method accessor)
    {
        Object of(Object instance)
        {
            try {
                return accessor.invoke(instance);
            }
            catch (ReflectiveOperationException e) {
                throw new IllegalStateException("record without accessor: " + accessor, e);
            }
        }
    }

    static WireShape of(Class<?> type)
    {
        return SHAPES.get(type);
    }

    /// Creates the record; what its constructor refuses is thrown as it is.
    Object create(Object[] values)
    {
        try {
            return constructor.newInstance(values);
        }
        catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("record that cannot be created: " + constructor, e);
        }
        catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record without constructor: " + constructor, e);
        }
    }

    boolean has(String name)
    {
        for (Member member : members) {
            if (member.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static WireShape read(Class<?> type)
    {
        RecordComponent[] components = type.getRecordComponents();
        List<Member> members = new ArrayList<>(components.length);
        Class<?>[] parameters = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            parameters[i] = components[i].getType();
            members.add(new Member(name(components[i]), components[i].getGenericType(), accessible(components[i].getAccessor())));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return new WireShape(members, constructor);
        }
        catch (NoSuchMethodException e) {
            throw new IllegalStateException("record without canonical constructor: " + type, e);
        }
    }

    private static Method accessible(Method accessor)
    {
        accessor.setAccessible(true);
        return accessor;
    }

    private static String name(RecordComponent component)
    {
        WireName name = component.getAnnotation(WireName.class);
        return name == null ? component.getName() : name.value();
    }
}
