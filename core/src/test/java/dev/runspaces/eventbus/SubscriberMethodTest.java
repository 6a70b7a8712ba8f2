package dev.runspaces.eventbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.eventbus.Subscribe;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is called in place of a subscriber method. */
@Timeout(30)
class SubscriberMethodTest {

  /** Is told of words, and throws what it is told to. */
  private static class Listener {
    private final List<Object> heard = new ArrayList<>();

    @Subscribe
    private void on(CharSequence event) {
      heard.add(event);
    }

    @Subscribe
    private void fail(Throwable event) throws Throwable {
      throw event;
    }
  }

  /** Is told all at once, and may be told so by its class alone. */
  private static final class StaticListener {
    @Subscribe
    static void fail(Throwable event) throws Throwable {
      throw event;
    }
  }

  /** Neither an exception nor an error. */
  private static final class Oddity extends Throwable {
    private static final long serialVersionUID = 1;
  }

  private static BiConsumer<Object, Object> call(Class<?> listener, Class<?> eventType) {
    return SubscriberMethod.of(listener).stream()
        .filter(method -> method.eventType() == eventType)
        .findFirst()
        .orElseThrow()
        .call();
  }

  @Test
  void isCompiledOncePerClass() {
    assertThat(SubscriberMethod.of(Listener.class)).isSameAs(SubscriberMethod.of(Listener.class));
  }

  @Test
  void callsTheMethodOnTheListenerThatItIsGiven() {
    var one = new Listener();
    var other = new Listener();
    BiConsumer<Object, Object> call = call(Listener.class, CharSequence.class);
    call.accept(one, "to one");
    call.accept(other, "to the other");

    assertThat(one.heard).containsExactly("to one");
    assertThat(other.heard).containsExactly("to the other");
  }

  @Test
  void throwsWhatTheMethodThrows() {
    for (Class<?> type : List.of(Listener.class, StaticListener.class)) {
      BiConsumer<Object, Object> call = call(type, Throwable.class);
      for (Throwable thrown :
          List.of(
              new IOException("checked"),
              new IllegalStateException("unchecked"),
              new StackOverflowError("error"),
              new Oddity())) {
        assertThatThrownBy(() -> call.accept(new Listener(), thrown)).isSameAs(thrown);
      }
    }
  }

  @Test
  void leavesAStackTraceThatIsEasyToRead() {
    for (Class<?> type : List.of(Breaking.class, BreakingStatically.class)) {
      assertThatThrownBy(() -> call(type, String.class).accept(new Breaking(), "event"))
          .satisfies(
              failure ->
                  // The method itself, and then who called it.
                  assertThat(
                          Arrays.stream(failure.getStackTrace())
                              .map(StackTraceElement::getClassName)
                              .filter(name -> !name.startsWith(MethodCompiler.class.getName()))
                              .limit(2))
                      .containsExactly(type.getName(), SubscriberMethodTest.class.getName()));
    }
  }

  /** Fails of its own. */
  private static final class Breaking {
    @Subscribe
    private void on(String event) {
      throw new IllegalStateException(event);
    }
  }

  /** Fails of its own, without a listener. */
  private static final class BreakingStatically {
    @Subscribe
    private static void on(String event) {
      throw new IllegalStateException(event);
    }
  }

  /** Defines one class anew, and leaves all others to where it comes from. */
  private static final class OwnLoader extends ClassLoader {
    OwnLoader() {
      super(SubscriberMethodTest.class.getClassLoader());
    }

    Class<?> define(Class<?> original) throws IOException {
      String file = original.getName().replace('.', '/') + ".class";
      try (InputStream in = original.getClassLoader().getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(original.getName(), bytes, 0, bytes.length);
      }
    }
  }

  @Test
  void doesNotKeepTheClassAlive() throws Exception {
    WeakReference<ClassLoader> loader = new WeakReference<>(useAndForget());

    Awaitility.await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(loader.get()).isNull();
            });
  }

  private static ClassLoader useAndForget() throws Exception {
    var loader = new OwnLoader();
    Class<?> type = loader.define(Passing.class);
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    call(type, String.class).accept(constructor.newInstance(), "event");
    assertThat(type).isNotSameAs(Passing.class);
    return loader;
  }

  /** Has a life of its own in the loader of its own. */
  private static final class Passing {
    @Subscribe
    private void on(String event) {}
  }
}
