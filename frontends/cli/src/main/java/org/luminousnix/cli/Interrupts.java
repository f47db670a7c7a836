package org.luminousnix.cli;

import java.lang.reflect.Proxy;

/// Tells of Ctrl-C without ending the process.
///
/// The JDK has no supported way to hear of a signal; `sun.misc.Signal` (module jdk.unsupported) is what there is, and javac has no way
/// to accept it under `-Werror`, hence reflection. Where it is missing, Ctrl-C ends the client as it ends any program.
final class Interrupts
{
    private Interrupts()
    {}

    /// Calls `action` for every SIGINT from now on, on a thread of its own.
    static void handle(Runnable action)
    {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(Interrupts.class.getClassLoader(), new Class<?>[] {handler}, (_, method, _) -> {
                if (method.getName().equals("handle")) {
                    action.run();
                }
                return null;
            });
            signal.getMethod("handle", signal, handler).invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
        }
        catch (ReflectiveOperationException _) {
            // Then Ctrl-C keeps its usual meaning.
        }
    }
}
