package dev.runspaces.event;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events of anything that has listeners: a listener is made up that tells of each call.
 *
 * @param type an interface
 */
record ListenerEvents<L>(Class<L> type, Consumer<? super L> add, Consumer<? super L> remove)
    implements ObjectEvents {

  ListenerEvents {
    if (!type.isInterface()) {
      throw new IllegalArgumentException(
          type.getName() + " is no interface, and no listener of it can be made up");
    }
  }

  @Override
  public Registration attach(Sink sink) {
    L listener =
        type.cast(
            Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> called(sink, proxy, method, arguments)));
    add.accept(listener);
    return () -> remove.accept(listener);
  }

  private @Nullable Object called(
      Sink sink, Object proxy, Method method, Object @Nullable [] arguments) {
    List<@Nullable Object> given = new ArrayList<>();
    if (arguments != null) {
      Collections.addAll(given, arguments);
    }
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == given.get(0);
        case "hashCode" -> System.identityHashCode(proxy);
        default -> type.getSimpleName() + " of a runspace";
      };
    }
    if (method.isDefault() && method.getReturnType() != void.class) {
      // It answers a question of the object's, and tells nobody that anything has happened.
      return answer(proxy, method, arguments);
    }
    sink.take(null, method.getName(), Collections.unmodifiableList(given));
    return nothing(method.getReturnType());
  }

  private static @Nullable Object answer(
      Object proxy, Method method, Object @Nullable [] arguments) {
    try {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    } catch (Throwable cannotBeAsked) {
      return nothing(method.getReturnType());
    }
  }

  /** What a listener returns that has no opinion: false, 0 or null. */
  private static @Nullable Object nothing(Class<?> wanted) {
    return wanted.isPrimitive() && wanted != void.class
        ? Array.get(Array.newInstance(wanted, 1), 0)
        : null;
  }
}
