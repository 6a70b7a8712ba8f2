package dev.runspaces.event;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the {@code addXListener} and {@code removeXListener} of an object. */
final class BeanEvents {
  private static final String ADD = "add";
  private static final String REMOVE = "remove";
  private static final String LISTENER = "Listener";

  private BeanEvents() {}

  static ObjectEvents of(Object source, String listener) {
    Set<Class<?>> types = typesOf(source.getClass());
    for (Class<?> type : types) {
      for (Method add : type.getMethods()) {
        if (isForListeners(add, ADD) && nameIn(add, ADD).equalsIgnoreCase(listener)) {
          Optional<Method> remove = counterpart(types, add);
          if (remove.isPresent() && isCallable(add) && isCallable(remove.get())) {
            return eventsOf(source, add, remove.get());
          }
        }
      }
    }
    throw new IllegalArgumentException(
        source.getClass().getName()
            + " has no public add"
            + capitalized(listener)
            + "Listener and remove"
            + capitalized(listener)
            + "Listener that take one interface; "
            + whatThereIs(types));
  }

  private static <L> ObjectEvents eventsOf(Object source, Method add, Method remove) {
    @SuppressWarnings("unchecked") // what the two methods take, whatever that is
    Class<L> type = (Class<L>) add.getParameterTypes()[0];
    return ObjectEvents.of(
            type,
            listener -> call(add, source, listener),
            listener -> call(remove, source, listener))
        .from(source);
  }

  private static void call(Method method, Object source, Object listener) {
    try {
      method.invoke(source, listener);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (thrown.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(method + " failed", thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(method + " was callable", impossible);
    }
  }

  /** The class and all that it extends or implements: one of them may be public. */
  private static Set<Class<?>> typesOf(Class<?> type) {
    var found = new LinkedHashSet<Class<?>>();
    var open = new ArrayDeque<Class<?>>();
    open.add(type);
    while (!open.isEmpty()) {
      Class<?> next = open.remove();
      if (found.add(next)) {
        if (next.getSuperclass() != null) {
          open.add(next.getSuperclass());
        }
        open.addAll(Set.of(next.getInterfaces()));
      }
    }
    return found;
  }

  private static Optional<Method> counterpart(Set<Class<?>> types, Method add) {
    String name = REMOVE + add.getName().substring(ADD.length());
    return types.stream()
        .flatMap(type -> Set.of(type.getMethods()).stream())
        .filter(
            method ->
                method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == add.getParameterTypes()[0])
        .filter(BeanEvents::isCallable)
        .findFirst();
  }

  private static boolean isForListeners(Method method, String verb) {
    return method.getName().startsWith(verb)
        && method.getName().endsWith(LISTENER)
        && method.getName().length() > verb.length() + LISTENER.length()
        && method.getParameterCount() == 1
        && method.getParameterTypes()[0].isInterface()
        && !Modifier.isStatic(method.getModifiers());
  }

  private static String nameIn(Method method, String verb) {
    String name = method.getName();
    return name.substring(verb.length(), name.length() - LISTENER.length());
  }

  private static boolean isCallable(Method method) {
    Class<?> owner = method.getDeclaringClass();
    boolean isPublic =
        Modifier.isPublic(owner.getModifiers())
            && owner.getModule().isExported(owner.getPackageName(), BeanEvents.class.getModule());
    return isPublic || method.trySetAccessible();
  }

  private static String whatThereIs(Set<Class<?>> types) {
    var names = new TreeSet<String>();
    for (Class<?> type : types) {
      for (Method method : type.getMethods()) {
        if (isForListeners(method, ADD) && isCallable(method)) {
          String name = nameIn(method, ADD);
          names.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
        }
      }
    }
    return names.isEmpty() ? "it has none for any listener" : "it has those for: " + names;
  }

  private static String capitalized(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
