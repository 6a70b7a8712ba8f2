package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.ObjectEvents;
import dev.runspaces.event.Overflow;
import dev.runspaces.event.SubscriptionBuilder;
import dev.runspaces.stream.DataCollection;
import dev.runspaces.stream.Progress;
import dev.runspaces.stream.StreamItem;
import dev.runspaces.stream.StreamName;
import dev.runspaces.stream.Streams;
import dev.runspaces.thread.ThreadPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every parameter of every public method that does not allow null refuses it, with a sentence. */
@Timeout(30)
class EveryNullArgumentTest {
  private final Runspace worker = Runspaces.open("worker");

  private final Invocation<String> invocation = worker.begin(context -> "x");
  private final RunspacePool pool = Runspaces.pool("pool").open();
  private final Job<String> job = Jobs.start("job", context -> "done");

  @AfterEach
  void close() {
    worker.close();
    pool.close();
    job.close();
  }

  /**
   * What methods are called on.
   *
   * @param object null for those that are static
   */
  private record Receiver(Class<?> type, @Nullable Object object) {
    Stream<Method> methods() {
      return Arrays.stream(type.getMethods())
          .filter(method -> method.getDeclaringClass() != Object.class)
          .filter(method -> !method.isBridge() && !method.isSynthetic())
          .filter(method -> object != null || Modifier.isStatic(method.getModifiers()))
          .filter(method -> !method.getName().equals("equals"))
          .filter(method -> !method.isDefault() || type == EventManager.class);
    }
  }

  private List<Receiver> receivers() {
    return List.of(
        new Receiver(Runspaces.class, null),
        new Receiver(Jobs.class, null),
        new Receiver(RunspaceBuilder.class, Runspaces.builder("built")),
        new Receiver(RunspacePoolBuilder.class, Runspaces.pool("built")),
        new Receiver(Runspace.class, worker),
        new Receiver(Variables.class, worker.variables()),
        new Receiver(SharedState.class, new SharedState()),
        new Receiver(Shell.class, worker.shell().add(context -> "x")),
        new Receiver(RunspacePool.class, pool),
        new Receiver(ForEach.class, pool.each(List.of("item"))),
        new Receiver(Invocation.class, invocation),
        new Receiver(Job.class, job),
        new Receiver(EventManager.class, worker.events()),
        new Receiver(SubscriptionBuilder.class, worker.events().on("x")),
        new Receiver(Overflow.class, null),
        new Receiver(ObjectEvents.class, null),
        new Receiver(Script.class, null),
        new Receiver(Streams.class, new Streams()),
        new Receiver(DataCollection.class, new DataCollection<Object>()),
        new Receiver(Progress.class, Progress.of("activity")));
  }

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, "x"),
          Map.entry(Object.class, "x"),
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(double.class, 1.0),
          Map.entry(boolean.class, true),
          Map.entry(Duration.class, Duration.ofMillis(1)),
          Map.entry(Class.class, Runnable.class),
          Map.entry(Object[].class, new Object[0]),
          Map.entry(Throwable.class, new IllegalStateException("x")),
          Map.entry(Iterable.class, List.of()),
          Map.entry(Collection.class, List.of()),
          Map.entry(ThreadPolicy.class, ThreadPolicy.REUSE),
          Map.entry(ErrorPolicy.class, ErrorPolicy.STOP),
          Map.entry(Overflow.class, Overflow.unbounded()),
          Map.entry(Executor.class, (Executor) Runnable::run),
          Map.entry(StreamItem.class, new StreamItem(StreamName.OUTPUT, EngineEvents.EXITING)));

  private @Nullable Object valueFor(Class<?> type) {
    Object value = type == Invocation.class ? invocation : VALUES.get(type);
    return value == null && type.isInterface()
        ? Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null)
        : value;
  }

  private static boolean refusesNull(Parameter parameter) {
    return !parameter.getType().isPrimitive()
        && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /**
   * Calls a method with null for one of its parameters; returns what is wrong, empty if nothing.
   */
  private String call(Method method, @Nullable Object receiver, int index) {
    Parameter[] parameters = method.getParameters();
    @Nullable Object[] arguments = new @Nullable Object[parameters.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == index ? null : valueFor(parameters[i].getType());
    }
    try {
      Object unused = method.invoke(receiver, arguments);
      return "takes it";
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      boolean sentence =
          cause instanceof NullPointerException
              && cause.getMessage() != null
              && !cause.getMessage().startsWith("Cannot ")
              && cause.getMessage().contains(" ");
      return sentence ? "" : "throws " + cause;
    } catch (IllegalAccessException | IllegalArgumentException impossible) {
      return "cannot be called: " + impossible;
    }
  }

  /** Returns what is wrong with one method, a line for each parameter. */
  private List<String> faults(Method method, Receiver receiver) {
    var faults = new ArrayList<String>();
    for (int i = 0; i < method.getParameterCount(); i++) {
      if (refusesNull(method.getParameters()[i])) {
        String fault = call(method, receiver.object, i);
        if (!fault.isEmpty()) {
          faults.add(method + ": parameter " + (i + 1) + " " + fault);
        }
      }
    }
    return faults;
  }

  @Test
  void isRefused() {
    var wrong = new ArrayList<String>();
    for (Receiver receiver : receivers()) {
      receiver.methods().forEach(method -> wrong.addAll(faults(method, receiver)));
    }
    assertThat(wrong).isEmpty();
  }
}
