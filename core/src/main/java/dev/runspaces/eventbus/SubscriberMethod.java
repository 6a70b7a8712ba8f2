package dev.runspaces.eventbus;

import com.google.common.eventbus.Subscribe;
import com.google.common.reflect.TypeToken;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One {@code @Subscribe} method of a listener's class, checked and ready to be called. */
record SubscriberMethod(Method method) {

  /** A method as overriding sees it: one that overrides another is the same subscriber. */
  private record Signature(String name, List<Class<?>> parameters) {}

  /** Finds the subscriber methods of a class and of all that it extends or implements. */
  static List<SubscriberMethod> of(Class<?> listener) {
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

  Class<?> eventType() {
    return method.getParameterTypes()[0];
  }

  void invoke(Object listener, Object event) throws Exception {
    try {
      method.invoke(listener, event);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof Exception exception) {
        throw exception;
      }
      if (thrown.getCause() instanceof Error error) {
        throw error;
      }
      throw thrown;
    }
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
    return new SubscriberMethod(method);
  }
}
