package dev.semblance.cli.terminal;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ctrl-C: the first asks to stop, the second ends the process at once.
///
/// Through `sun.misc.Signal`, the only door Java has; by reflection, since the compiler warns of
/// the class in a way that cannot be answered.
public final class Interrupts {
  /// What a shell sees of a process that Ctrl-C ended: 128 and the number of SIGINT.
  public static final int EXIT_CODE = 130;

  private Interrupts() {}

  /// From now on Ctrl-C runs `first` once; a second one ends the process with [#EXIT_CODE].
  public static void handle(Runnable first) {
    AtomicBoolean asked = new AtomicBoolean();
    on(
        "INT",
        () -> {
          if (asked.getAndSet(true)) {
            Runtime.getRuntime().halt(EXIT_CODE);
          }
          first.run();
        });
  }

  private static void on(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              Interrupts.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) ->
                  switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "handler of SIG" + name;
                    default -> {
                      action.run();
                      yield null;
                    }
                  });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java has no signals", e);
    }
  }
}
