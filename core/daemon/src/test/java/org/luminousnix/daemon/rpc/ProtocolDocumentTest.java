package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import org.junit.jupiter.api.Test;
import org.luminousnix.daemon.rpc.MethodTable.Argument;
import org.luminousnix.daemon.rpc.MethodTable.Entry;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.JsonReader;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/// Holds what is generated from the interfaces in step with them: docs/protocol.md and the descriptions in `rpc.discover`.
///
/// `-Dprotocol.write=true` writes the files anew.
class ProtocolDocumentTest
{
    private static final String AGAIN = "generated from the interfaces, and different now; write it anew with: mvn -pl core/daemon -am test -Dtest=ProtocolDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dprotocol.write=true";
    private static final Path MODULE = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
    private static final Path SOURCES = MODULE.resolve("src/main/java/org/luminousnix/daemon/rpc");
    private static final Path RECORDS = MODULE.resolve("../protocol/src/main/java/org/luminousnix/protocol");

    @Test
    void descriptions_areThoseOfTheComments() throws IOException
    {
        StringBuilder text = new StringBuilder();
        used(DocumentationComments.read(SOURCES, RECORDS))
                .forEach((key, description) -> text.append(key).append(" = ").append(description).append('\n'));

        same(MODULE.resolve("src/main/resources/org/luminousnix/daemon/rpc").resolve(Descriptions.FILE), text.toString());
    }

    @Test
    void protocolPage_isThatOfTheInterfaces() throws IOException
    {
        same(MODULE.resolve("../../docs/protocol.md").normalize(),
                ProtocolDocument.of(document(), Limits.defaults(), JsonReader.DEPTH));
    }

    @Test
    void everything_isDescribed() throws IOException
    {
        Map<String, String> texts = DocumentationComments.read(SOURCES, RECORDS);

        assertThat(used(texts).values()).noneMatch(String::isBlank);
        assertThat(document().toString()).doesNotContain("\"description\":\"\"");
        assertThat(texts).containsKeys(names().toArray(String[]::new));
    }

    @Test
    void methods_ofTheContract_areAllThere()
    {
        assertThat(everything().entries()).extracting(Entry::name).contains("session.open", "intent.recognize", "ask", "plan.get",
                "plan.preview", "plan.apply", "plan.cancel", "execution.wait",
                "execution.cancel", "execution.undo", "catalog.searchPackages", "catalog.searchOptions", "catalog.package",
                "catalog.option", "catalog.providers", "catalog.status",
                "catalog.refresh", "system.status", "system.info", "system.generations", "system.storage", "diagnosis.explainError",
                "diagnosis.troubleshoot", "explain.last", "explain.decision",
                "user.profile", "user.preferences", "user.feedback", "user.export", "user.forget", "history.list", "audit.list",
                "audit.verify", "daemon.ping", "daemon.info", "daemon.health",
                "daemon.metrics", "rpc.discover");
    }

    @Test
    void methodsWithoutHandler_areNotInTheDocument()
    {
        assertThat(OpenRpc.document(MethodTable.of(List.of(new Arithmetic())), Descriptions.load()).toString()).contains("\"subtract\"")
                .doesNotContain("\"plan.apply\"");
    }

    @Test
    void references_allLeadToAComponent() throws IOException
    {
        Json document = document();
        JsonObject components = (JsonObject) document.get("components").flatMap(all -> all.get("schemas")).orElseThrow();

        assertThat(java.util.regex.Pattern.compile("#/components/schemas/([\\w.]+)").matcher(document.toString()).results()
                .map(match -> match.group(1)).distinct())
                .isNotEmpty().allSatisfy(name -> assertThat(components.members()).containsKey(name));
    }

    private static void same(Path file, String expected) throws IOException
    {
        if (Boolean.getBoolean("protocol.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file).as(AGAIN).exists();
        assertThat(Files.readString(file)).as(AGAIN).isEqualTo(expected);
    }

    /// Returns the texts of what is on the wire; the sources document more than that.
    private static Map<String, String> used(Map<String, String> texts) throws IOException
    {
        JsonObject components = (JsonObject) document().get("components").flatMap(all -> all.get("schemas"))
                .orElseThrow();
        Set<String> told = new HashSet<>(components.members().keySet());
        told.add("ErrorCode");
        everything().entries().forEach(entry -> told.add(entry.name()));
        Map<String, String> used = new TreeMap<>(texts);
        used.keySet().removeIf(key -> !told.contains(key.split("/")[0]));
        return used;
    }

    private static Json document() throws IOException
    {
        return OpenRpc.document(everything(), Descriptions.of(DocumentationComments.read(SOURCES, RECORDS)));
    }

    private static List<String> names()
    {
        List<String> names = new ArrayList<>();
        for (Entry entry : everything().entries()) {
            names.add(entry.name());
            for (Argument parameter : entry.parameters()) {
                names.add(entry.name() + "/" + parameter.name());
            }
        }
        return names;
    }

    /// Returns a table of all interfaces, of handlers that are never called.
    private static MethodTable everything()
    {
        List<Object> handlers = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith("Methods.java")).sorted().toList()) {
                Class<?> methods = Class.forName("org.luminousnix.daemon.rpc." + file.getFileName().toString().replace(".java", ""));
                if (methods != DiscoverMethods.class) {
                    handlers.add(Proxy.newProxyInstance(methods.getClassLoader(), new Class<?>[] {methods},
                            (_, method, _) -> neverCalled(method)));
                }
            }
        }
        catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        return MethodTable.of(handlers);
    }

    private static Object neverCalled(Method method)
    {
        throw new AssertionError("called " + method.getAnnotation(JsonRpcMethod.class));
    }
}
