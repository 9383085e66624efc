package org.coupure.cli;

import java.lang.reflect.Proxy;

/**
 * Handles the signal HUP, by which services are told to read their configuration again. Java has no
 * supported API for signals; the internal class is looked up by name because the compiler rejects
 * it.
 */
final class Hangup {
  private Hangup() {}

  /** Calls {@code action} on a thread of its own at each HUP; does nothing where there is none. */
  static void handle(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              Hangup.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                  return null;
                }
                return switch (method.getName()) {
                  case "equals" -> self == arguments[0];
                  case "hashCode" -> 0;
                  default -> "hangup";
                };
              });
      Object hup = signal.getConstructor(String.class).newInstance("HUP");
      Object unused = signal.getMethod("handle", signal, handler).invoke(null, hup, proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException ignored) {
      // Windows has no such signal; other virtual machines may not have the class.
    }
  }
}
