package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentEvent;
import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.HandlerUse;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The object whose methods a layout calls, checked against that layout. Immutable; any thread. */
final class Controller {
  private final Object target;
  private final Map<String, Method> methods;

  private final Injection injection;

  private Controller(Object target, Map<String, Method> methods, Injection injection) {
    this.target = target;
    this.injection = injection;
    this.methods = Map.copyOf(methods);
  }

  /**
   * Checks that an object has what a layout calls, and the layout what its fields want.
   *
   * @throws LayoutException if the layout names methods that are not there, or fields want what it
   *     does not have: it names them all
   * @throws IllegalArgumentException if a method cannot be called, or a field not be set, because
   *     its package is not open
   */
  static Controller of(Object target, Plan plan) {
    var problems = new ArrayList<LayoutProblem>();
    return of(target, plan, Injection.of(target, plan, problems), problems);
  }

  /**
   * Checks that an object has the methods that a layout calls; its fields are another's.
   *
   * @throws LayoutException if the layout names methods that are not there
   * @throws IllegalArgumentException if one cannot be called, because its package is not open
   */
  static Controller ofMethods(Object target, Plan plan) {
    return of(target, plan, Injection.none(target), new ArrayList<>());
  }

  private static Controller of(
      Object target, Plan plan, Injection injection, List<LayoutProblem> problems) {
    List<Method> handlers = handlersOf(target.getClass());
    var methods = new HashMap<String, Method>();
    for (HandlerUse use : plan.handlers()) {
      Method method = find(handlers, use);
      if (method == null) {
        problems.add(problem(target.getClass(), handlers, use));
      } else {
        methods.put(key(use.method(), use.snapshot()), method);
      }
    }
    if (!problems.isEmpty()) {
      throw new LayoutException(problems);
    }
    methods.values().forEach(method -> Access.open(method, "@Handler method"));
    injection.open();
    return new Controller(target, methods, injection);
  }

  /** Refuses to go on without a controller where one is needed. */
  static void requireNone(Plan plan) {
    if (!plan.handlers().isEmpty()) {
      throw new LayoutException(
          plan.handlers().stream()
              .map(use -> ReferenceProblems.controllerMissing(use.attribute()))
              .toList());
    }
  }

  /** Sets the fields that want something of a window. On the EDT. */
  void inject(ComponentTree tree) {
    injection.inject(tree);
  }

  /** Calls the method of that name. In the runspace. */
  void call(String name, ComponentEvent snapshot) throws Exception {
    Method method = methodFor(name, snapshot);
    try {
      if (method.getParameterCount() == 0) {
        method.invoke(target);
      } else {
        method.invoke(target, snapshot);
      }
    } catch (InvocationTargetException failed) {
      throw Access.unwrapped(failed);
    }
  }

  private Method methodFor(String name, ComponentEvent snapshot) {
    Method exact = methods.get(key(name, snapshot.getClass()));
    Method method = exact != null ? exact : methods.get(key(name, ComponentEvent.class));
    if (method == null) {
      throw new IllegalStateException("the layout did not name " + name + " for " + snapshot);
    }
    return method;
  }

  private static String key(String method, Class<?> snapshot) {
    return method + ' ' + snapshot.getName();
  }

  /** Those of the class itself go before those that it inherits. */
  private static List<Method> handlersOf(Class<?> type) {
    return methodsOf(type).stream()
        .filter(method -> method.isAnnotationPresent(Handler.class) && !method.isBridge())
        .toList();
  }

  /** Returns what a class has and inherits, of its interfaces too, but for that of all objects. */
  private static List<Method> methodsOf(Class<?> type) {
    var lineage = new LinkedHashSet<Class<?>>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      lineage.add(at);
    }
    for (Class<?> at : List.copyOf(lineage)) {
      addInterfaces(at, lineage);
    }
    return lineage.stream()
        .flatMap(at -> Stream.of(at.getDeclaredMethods()))
        .filter(method -> !isOnlyOfItsInterface(method))
        .toList();
  }

  private static void addInterfaces(Class<?> of, Set<Class<?>> lineage) {
    for (Class<?> type : of.getInterfaces()) {
      lineage.add(type);
      addInterfaces(type, lineage);
    }
  }

  /** What is static in an interface is inherited by nobody. */
  private static boolean isOnlyOfItsInterface(Method method) {
    return method.getDeclaringClass().isInterface() && Modifier.isStatic(method.getModifiers());
  }

  /** As Java chooses: the one whose parameter says most; one without a parameter comes last. */
  private static @Nullable Method find(List<Method> handlers, HandlerUse use) {
    Method found = null;
    for (Method method : handlers) {
      if (method.getName().equals(use.method()) && takes(method, use.snapshot())) {
        if (found == null || saysMore(method, found)) {
          found = method;
        }
      }
    }
    return found;
  }

  private static boolean saysMore(Method method, Method other) {
    if (method.getParameterCount() == 0 || other.getParameterCount() == 0) {
      return method.getParameterCount() > other.getParameterCount();
    }
    Class<?> type = method.getParameterTypes()[0];
    Class<?> otherType = other.getParameterTypes()[0];
    return type != otherType && otherType.isAssignableFrom(type);
  }

  private static boolean takes(Method method, Class<?> snapshot) {
    return switch (method.getParameterCount()) {
      case 0 -> true;
      case 1 -> method.getParameterTypes()[0].isAssignableFrom(snapshot);
      default -> false;
    };
  }

  private static LayoutProblem problem(Class<?> type, List<Method> handlers, HandlerUse use) {
    boolean isNamedSo = handlers.stream().anyMatch(method -> method.getName().equals(use.method()));
    if (isNamedSo) {
      return ReferenceProblems.handlerTakesOther(
          use.attribute(), type.getSimpleName(), use.method(), use.snapshot().getSimpleName());
    }
    if (methodsOf(type).stream().anyMatch(method -> method.getName().equals(use.method()))) {
      return ReferenceProblems.handlerNotMarked(
          use.attribute(), type.getSimpleName(), use.method());
    }
    var names = new TreeSet<String>();
    handlers.forEach(method -> names.add(method.getName()));
    return ReferenceProblems.unknownHandler(use.attribute(), type.getSimpleName(), names);
  }
}
