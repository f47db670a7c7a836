package org.luminousnix.daemon.rpc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.googlecode.jsonrpc4j.ErrorResolver.JsonError;
import com.googlecode.jsonrpc4j.JsonRpcBasicServer;
import org.luminousnix.protocol.RpcException;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.luminousnix.protocol.ErrorCode.METHOD_NOT_FOUND;
import static org.luminousnix.protocol.RpcException.rpcException;

/// Calls the methods of one interface through jsonrpc4j, one checked request at a time.
///
/// Parameters and results are passed through its tree as the objects that they are: they were read, and are written, by
/// the codec of the protocol, so that daemon and clients cannot differ in the shape of anything. What a method throws is
/// passed through too.
final class Dispatcher extends JsonRpcBasicServer
{
    private static final ObjectMapper PASSING = new PassingMapper();
    private static final String THROWN = "thrown";

    Dispatcher(Object handler, Class<?> methods)
    {
        super(PASSING, handler, methods);
        setShouldLogInvocationErrors(false);
        setErrorResolver(Dispatcher::thrown);
    }

    /// Calls a method.
    ///
    /// @param parameters every parameter of the method, by name
    /// @return what the method returned; empty for one that returns nothing
    /// @throws Throwable what the method threw
    Optional<Object> call(String method, Map<String, Object> parameters) throws Throwable
    {
        ObjectNode request = PASSING.createObjectNode().put(JSONRPC, VERSION).put(ID, 1).put(METHOD, method);
        ObjectNode named = request.putObject(PARAMS);
        parameters.forEach(named::putPOJO);
        JsonNode response = handleJsonNodeRequest(request).getResponse();
        if (response.has(RESULT)) {
            return response.get(RESULT) instanceof POJONode result ? Optional.ofNullable(result.getPojo()) : Optional.empty();
        }
        if (response.path(ERROR).path(DATA) instanceof POJONode data && data.getPojo() instanceof Thrown thrown) {
            throw thrown.cause();
        }
        throw rpcException(METHOD_NOT_FOUND, "Method not found");
    }

    private static JsonError thrown(Throwable cause, Method method, List<JsonNode> arguments)
    {
        int code = cause instanceof RpcException known ? known.code().code() : JsonError.INTERNAL_ERROR.code;
        return new JsonError(code, THROWN, new Thrown(cause));
    }

    private record Thrown(Throwable cause)
    {}

    /// Leaves objects as they are.
    private static final class PassingMapper extends ObjectMapper
    {
        private static final long serialVersionUID = 1;

        PassingMapper()
        {
            registerModule(new SimpleModule()
            {
                private static final long serialVersionUID = 1;

                @Override
                public void setupModule(SetupContext context)
                {
                    context.addDeserializers(new PassingDeserializers());
                }
            });
        }

        @Override
        // The signature is the overridden method's; its callers only ever wish for a node.
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T extends JsonNode> T valueToTree(Object value)
        {
            return (T) new POJONode(value);
        }
    }

    private static final class PassingDeserializers extends Deserializers.Base
    {
        private static final JsonDeserializer<Object> PASSING = new PassingDeserializer();

        @Override
        public JsonDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig configuration, BeanDescription description)
        {
            return PASSING;
        }

        @Override
        public JsonDeserializer<?> findEnumDeserializer(Class<?> type, DeserializationConfig configuration, BeanDescription description)
        {
            return PASSING;
        }

        @Override
        public JsonDeserializer<?> findCollectionDeserializer(CollectionType type, DeserializationConfig configuration,
                BeanDescription description,
                TypeDeserializer typed, JsonDeserializer<?> items)
        {
            return PASSING;
        }

        @Override
        public JsonDeserializer<?> findMapDeserializer(MapType type, DeserializationConfig configuration, BeanDescription description,
                KeyDeserializer keys, TypeDeserializer typed, JsonDeserializer<?> values)
        {
            return PASSING;
        }
    }

    private static final class PassingDeserializer extends JsonDeserializer<Object>
    {
        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException
        {
            return parser.getEmbeddedObject();
        }
    }
}
