package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonArray;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.Wire;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import static java.util.Collections.unmodifiableMap;
import static org.luminousnix.protocol.ErrorCode.INVALID_PARAMS;
import static org.luminousnix.protocol.ErrorCode.METHOD_NOT_FOUND;
import static org.luminousnix.protocol.RpcException.rpcException;

/// The methods that there are: those of the interfaces that the handlers implement, and `rpc.discover`.
public final class MethodTable
{
    private final Map<String, Entry> entries;

    private MethodTable(Map<String, Entry> entries)
    {
        this.entries = unmodifiableMap(new TreeMap<>(entries));
    }

    /// Reads the methods off the interfaces of the handlers. Two handlers of one method throw [IllegalArgumentException].
    public static MethodTable of(List<?> handlers)
    {
        Map<String, Entry> entries = new HashMap<>();
        for (Object handler : handlers) {
            interfaces(handler.getClass()).forEach(methods -> add(entries, handler, methods));
        }
        Discovery discovery = new Discovery();
        add(entries, discovery, DiscoverMethods.class);
        MethodTable table = new MethodTable(entries);
        discovery.table = Optional.of(table);
        return table;
    }

    /// Returns the methods in the order of their names.
    public Collection<Entry> entries()
    {
        return entries.values();
    }

    /// Calls a method.
    ///
    /// @param params an object of the parameters by name, or an array of them in the order of the declaration
    /// @throws RpcException when there is no such method, or a parameter is missing, unknown or not of its type
    /// @throws Throwable what the method itself threw
    Json call(String method, Optional<Json> params) throws Throwable
    {
        Entry entry = entries.get(method);
        if (entry == null) {
            throw rpcException(METHOD_NOT_FOUND, "Method not found");
        }
        return entry.dispatcher().call(method, arguments(entry, named(entry, params))).map(Wire::write).orElseGet(Json::ofNull);
    }

    private static Map<String, Json> named(Entry entry, Optional<Json> params)
    {
        if (params.isPresent() && params.get() instanceof JsonArray array) {
            return byPosition(entry, array.items());
        }
        return params.isPresent() && params.get() instanceof JsonObject object ? object.members() : Map.of();
    }

    private static Map<String, Json> byPosition(Entry entry, List<Json> values)
    {
        if (values.size() > entry.parameters().size()) {
            throw rpcException(INVALID_PARAMS, "Invalid params: %s has %s at most, found %s", entry.name(), entry.parameters().size(),
                    values.size());
        }
        Map<String, Json> named = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(entry.parameters().get(i).name(), values.get(i));
        }
        return named;
    }

    private static Map<String, Object> arguments(Entry entry, Map<String, Json> named)
    {
        Map<String, Object> arguments = new HashMap<>();
        for (Argument parameter : entry.parameters()) {
            arguments.put(parameter.name(), argument(parameter, Optional.ofNullable(named.get(parameter.name()))));
        }
        for (String name : named.keySet()) {
            if (!arguments.containsKey(name)) {
                throw rpcException(INVALID_PARAMS, "Invalid params: %s has no parameter \"%s\"", entry.name(), Texts.shortened(name));
            }
        }
        return arguments;
    }

    private static Object argument(Argument parameter, Optional<Json> given)
    {
        if (given.isEmpty()) {
            return Wire.absent(parameter.type())
                    .orElseThrow(() -> rpcException(INVALID_PARAMS, "Invalid params: %s is missing", parameter.name()));
        }
        try {
            return Wire.readParameter(given.get(), parameter.type());
        }
        catch (RpcException e) {
            throw rpcException(INVALID_PARAMS, "%s", "Invalid params: " + parameter.name() + ": " + e.getMessage());
        }
    }

    private static void add(Map<String, Entry> entries, Object handler, Class<?> methods)
    {
        Dispatcher dispatcher = new Dispatcher(handler, methods);
        for (Method method : methods.getDeclaredMethods()) {
            JsonRpcMethod annotation = method.getAnnotation(JsonRpcMethod.class);
            if (annotation != null) {
                Entry entry = new Entry(annotation.value(), method, parameters(method), dispatcher);
                if (entries.put(entry.name(), entry) != null) {
                    throw new IllegalArgumentException("two handlers of " + entry.name());
                }
            }
        }
    }

    private static List<Argument> parameters(Method method)
    {
        List<Argument> parameters = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            parameters.add(new Argument(parameter.getAnnotation(JsonRpcParam.class).value(), parameter.getParameterizedType()));
        }
        return parameters;
    }

    private static Set<Class<?>> interfaces(Class<?> type)
    {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> direct : each.getInterfaces()) {
                found.add(direct);
                found.addAll(interfaces(direct));
            }
        }
        return found;
    }

    /// A method that is answered.
    ///
    /// @param name the name on the wire
    /// @param method the method of the interface
    /// @param parameters its parameters, in order
    /// @param dispatcher calls it
    public record Entry(String name, Method method, List<Argument> parameters, Dispatcher dispatcher)
    {}

    /// A parameter of a method.
    public record Argument(String name, Type type)
    {}

    /// Answers `rpc.discover` of the table that it is in itself.
    private static final class Discovery implements DiscoverMethods
    {
        private Optional<MethodTable> table = Optional.empty();

        @Override
        public Json discover()
        {
            return OpenRpc.document(table.orElseThrow(), Descriptions.load());
        }
    }
}
