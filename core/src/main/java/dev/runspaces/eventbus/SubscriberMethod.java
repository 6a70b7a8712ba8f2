package dev.runspaces.eventbus;

import com.google.common.eventbus.Subscribe;
import com.google.common.reflect.TypeToken;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One {@code @Subscribe} method of a listener's class, checked and ready to be called.
 *
 * @param eventType what it wants to hear
 * @param call calls it on a listener, with an event; throws what it throws
 */
record SubscriberMethod(Class<?> eventType, BiConsumer<Object, Object> call) {

  /** Kept by the classes themselves, so that none is kept alive by being in here. */
  private static final ClassValue<List<SubscriberMethod>> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected List<SubscriberMethod> computeValue(Class<?> listener) {
          return find(listener);
        }
      };

  /** A method as overriding sees it: one that overrides another is the same subscriber. */
  private record Signature(String name, List<Class<?>> parameters) {}

  /**
   * Returns the subscriber methods of a class and of all that it extends or implements.
   *
   * @throws IllegalArgumentException if one of them cannot be a subscriber
   */
  static List<SubscriberMethod> of(Class<?> listener) {
    return BY_CLASS.get(listener);
  }

  private static List<SubscriberMethod> find(Class<?> listener) {
    Map<Signature, SubscriberMethod> found = new LinkedHashMap<>();
    for (Class<?> type : TypeToken.of(listener).getTypes().rawTypes()) {
      Method[] methods = type.getDeclaredMethods();
      // Reflection promises no order; subscribers of one listener are to hear in the same one.
      Arrays.sort(methods, (a, b) -> a.toString().compareTo(b.toString()));
      for (Method method : methods) {
        if (method.isAnnotationPresent(Subscribe.class) && !method.isSynthetic()) {
          found.computeIfAbsent(
              new Signature(method.getName(), List.of(method.getParameterTypes())),
              signature -> checked(method));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static SubscriberMethod checked(Method method) {
    Class<?> owner = method.getDeclaringClass();
    if (method.getParameterCount() != 1) {
      throw new IllegalArgumentException(
          "@Subscribe method "
              + method
              + " has "
              + method.getParameterCount()
              + " parameters; a subscriber has exactly one, the event");
    }
    if (method.getParameterTypes()[0].isPrimitive()) {
      throw new IllegalArgumentException(
          "@Subscribe method "
              + method
              + " takes a primitive, and no event is one; take its wrapper class instead");
    }
    try {
      method.setAccessible(true);
    } catch (InaccessibleObjectException inaccessible) {
      throw new IllegalArgumentException(
          "@Subscribe method "
              + method
              + " cannot be called, because its module does not open its package; add \"opens "
              + owner.getPackageName()
              + " to "
              + SubscriberMethod.class.getModule().getName()
              + ";\" to the module-info of "
              + owner.getModule().getName(),
          inaccessible);
    }
    return new SubscriberMethod(method.getParameterTypes()[0], MethodCompiler.compile(method));
  }
}
