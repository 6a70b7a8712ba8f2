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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every parameter of every public method that does not allow null refuses it, with a sentence. */
@Timeout(30)
class EveryNullArgumentTest {
  /** Closed first of all: a call that gets as far as working has not refused. */
  private final Runspace worker = Runspaces.open("worker");

  private final RunspacePool pool = Runspaces.pool("pool").open();
  private final Job<String> job = Jobs.start("job", context -> "done");

  @AfterEach
  void close() {
    worker.close();
    pool.close();
    job.close();
  }

  /** What the methods are called on. */
  private Map<Class<?>, @Nullable Object> receivers() {
    var receivers = new LinkedHashMap<Class<?>, @Nullable Object>();
    receivers.put(Runspaces.class, null);
    receivers.put(Jobs.class, null);
    receivers.put(RunspaceBuilder.class, Runspaces.builder("built"));
    receivers.put(RunspacePoolBuilder.class, Runspaces.pool("built"));
    receivers.put(Runspace.class, worker);
    receivers.put(Variables.class, worker.variables());
    receivers.put(SharedState.class, new SharedState());
    receivers.put(Shell.class, worker.shell().add(context -> "x"));
    receivers.put(RunspacePool.class, pool);
    receivers.put(ForEach.class, pool.each(List.of("item")));
    receivers.put(Invocation.class, worker.begin(context -> "x"));
    receivers.put(Job.class, job);
    receivers.put(EventManager.class, worker.events());
    receivers.put(SubscriptionBuilder.class, worker.events().on("x"));
    receivers.put(Overflow.class, null);
    receivers.put(ObjectEvents.class, null);
    receivers.put(Script.class, null);
    receivers.put(Streams.class, new Streams());
    receivers.put(DataCollection.class, new DataCollection<Object>());
    receivers.put(Progress.class, Progress.of("activity"));
    return receivers;
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
          Map.entry(
              StreamItem.class, new StreamItem(StreamName.OUTPUT, EngineEvents.EXITING)));

  private static @Nullable Object valueFor(Class<?> type, @Nullable Object receiver) {
    Object value =
        type == Invocation.class && receiver instanceof Shell shell
            ? shell.begin()
            : VALUES.get(type);
    return value == null && type.isInterface()
        ? Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null)
        : value;
  }

  private static boolean refusesNull(Parameter parameter) {
    return !parameter.getType().isPrimitive()
        && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Calls a method with null for one of its parameters; returns what is wrong, empty if nothing. */
  private static String call(Method method, @Nullable Object receiver, int index) {
    Parameter[] parameters = method.getParameters();
    var arguments = new @Nullable Object[parameters.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == index ? null : valueFor(parameters[i].getType(), receiver);
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

  @Test
  void isRefused() {
    var wrong = new ArrayList<String>();
    receivers()
        .forEach(
            (type, receiver) ->
                Arrays.stream(type.getMethods())
                    .filter(method -> method.getDeclaringClass() != Object.class)
                    .filter(method -> !method.isBridge() && !method.isSynthetic())
                    .filter(
                        method -> receiver != null || Modifier.isStatic(method.getModifiers()))
                    .filter(method -> !method.getName().equals("equals"))
                    .filter(method -> !method.isDefault() || type == EventManager.class)
                    .forEach(
                        method -> {
                          for (int i = 0; i < method.getParameterCount(); i++) {
                            if (refusesNull(method.getParameters()[i])) {
                              String fault = call(method, receiver, i);
                              if (!fault.isEmpty()) {
                                wrong.add(
                                    type.getSimpleName()
                                        + "."
                                        + method.getName()
                                        + Arrays.toString(method.getParameterTypes())
                                        + " parameter "
                                        + (i + 1)
                                        + " "
                                        + fault);
                              }
                            }
                          }
                        }));
    assertThat(wrong).isEmpty();
  }
}
