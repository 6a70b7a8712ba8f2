package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening, using and closing runspaces for ever leaves nothing behind. */
@Timeout(600)
class RunspaceChurnTest {
  private static final int CYCLES = Stress.isLong() ? 10_000 : 2_000;
  private static final int HALF = Stress.isLong() ? 5_000 : 400;

  private final int countBefore = Runspaces.count();

  @Test
  void thousandsOfCyclesLeaveThreadsRegistryAndSubscriptionsAsBefore() throws Exception {
    try (Runspace parent = Runspaces.open("churn")) {
      var heard = new Heard<Event>();
      parent.events().on("Done", heard);
      for (int i = 0; i < CYCLES; i++) {
        Runspace child = parent.open("churn-child");
        child.events().on("Done", event -> {});
        child.invoke(context -> context.events().raise("Done"));
        child.close();
      }
      parent.invoke(context -> "all delivered");

      assertThat(heard.all()).hasSize(CYCLES);
      assertThat(parent.children()).isEmpty();
      assertThat(parent.events().subscriptions()).hasSize(1);
      assertThat(Runspaces.count()).isEqualTo(countBefore + 1);
      eventually(() -> assertThat(LiveThreads.startingWith("runspace-churn-child")).isEmpty());
    }
    assertThat(Runspaces.count()).isEqualTo(countBefore);
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-churn")).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("dev.runspaces.ThreadChoice#available")
  void whateverTheThreadsCyclesLeaveNothingBehind(ThreadChoice threads) throws Exception {
    cycles(threads, 300);
    long before = UsedHeap.bytes();
    cycles(threads, HALF);
    long half = UsedHeap.bytes();
    cycles(threads, HALF);
    long after = UsedHeap.bytes();

    assertThat(Runspaces.count()).isEqualTo(countBefore);
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-churn")).isEmpty());
    // In one of the halves something may have been loaded; what is left of each cycle shows in
    // both.
    assertThat(Math.min(half - before, after - half)).isLessThan(100_000 + 50 * HALF);
  }

  private static void cycles(ThreadChoice threads, int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      Runspace runspace = threads.open("churn");
      runspace.events().on("Done", event -> {});
      runspace.invoke(context -> context.events().raise("Done"));
      runspace.close();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.runspaces.ThreadChoice#available")
  void aRunspaceKeepsNoClassLoaderAfterItsEnd(ThreadChoice threads) throws Exception {
    try (Runspace host = Runspaces.open("churn-host")) {
      host.events().on("Unheard", event -> {});
      // So that borrowed threads are not made on behalf of what they must not keep.
      cycles(threads, 1);
      WeakReference<ClassLoader> discarded = useFromDiscardedCode(host, threads);

      eventually(
          () -> {
            System.gc();
            assertThat(discarded.get()).isNull();
          });
    }
  }

  @Test
  void aRunspaceKeepsNoClassOfWhatWasPosted() throws Exception {
    try (Runspace host = Runspaces.open("churn-host")) {
      host.events().on(String.class, text -> {});
      WeakReference<ClassLoader> discarded = postDiscardedObject(host);

      eventually(
          () -> {
            System.gc();
            assertThat(discarded.get()).isNull();
          });
    }
  }

  private static WeakReference<ClassLoader> postDiscardedObject(Runspace host) throws Exception {
    var loader = new PluginLoader();
    host.bus()
        .post(loader.loadClass(DiscardedPlugin.class.getName()).getConstructor().newInstance());
    host.invoke(context -> "has delivered what it heard of the plugin");
    return new WeakReference<>(loader);
  }

  private static WeakReference<ClassLoader> useFromDiscardedCode(
      Runspace host, ThreadChoice threads) throws Exception {
    var loader = new PluginLoader();
    Object plugin =
        loader.loadClass(DiscardedPlugin.class.getName()).getConstructor().newInstance();
    assertThat(plugin.getClass().getClassLoader()).isSameAs(loader);
    @SuppressWarnings("unchecked") // as it is declared
    var use = (BiConsumer<Runspace, UnaryOperator<RunspaceBuilder>>) plugin;
    try (LogTrap trap = LogTrap.on("dev.runspaces")) {
      use.accept(host, threads::in);
      host.invoke(context -> "has delivered what it heard of the plugin");
      assertThat(trap.lines()).isNotEmpty();
    }
    return new WeakReference<>(loader);
  }

  /** Loads the plugin's classes again, and leaves all others to the test's own loader. */
  private static final class PluginLoader extends ClassLoader {
    PluginLoader() {
      super(RunspaceChurnTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(DiscardedPlugin.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream bytes = DiscardedPlugin.class.getResourceAsStream(file)) {
        byte[] code = bytes.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }

  @Test
  void runspacesThatNeverWorkedNeedNoThread() {
    var open = new ArrayList<Runspace>();
    for (int i = 0; i < CYCLES; i++) {
      open.add(Runspaces.open("idle"));
    }

    assertThat(Runspaces.count()).isEqualTo(countBefore + CYCLES);
    assertThat(LiveThreads.startingWith("runspace-idle")).isEmpty();

    open.forEach(Runspace::close);
    assertThat(Runspaces.count()).isEqualTo(countBefore);
  }

  @Test
  void closedRunspacesAreCollectable() throws Exception {
    try (Runspace parent = Runspaces.open("collecting")) {
      var references = new ArrayList<WeakReference<Runspace>>();
      for (int i = 0; i < 20; i++) {
        references.add(usedAndClosed(parent, i));
      }

      eventually(
          () -> {
            System.gc();
            assertThat(references).allMatch(reference -> reference.get() == null);
          });
      assertThat(parent.state()).isEqualTo(RunspaceState.OPENED);
    }
  }

  /** Uses a runspace in one of several ways, and closes it. */
  private static WeakReference<Runspace> usedAndClosed(Runspace parent, int way)
      throws InterruptedException {
    Runspace child = way % 2 == 0 ? parent.open("collected") : Runspaces.open("collected");
    child.events().on("Ready", event -> {});
    child.variables().set("self", child);
    child.own(() -> {});
    if (way % 5 == 1) {
      child.invoke(context -> context.events().raise("Ready"));
    } else if (way % 5 == 2) {
      // Its script is stopped by closing.
      var started = new Gate();
      child.begin(
          Script.action(
              context -> {
                started.open();
                new Gate().pass();
              }));
      started.pass();
    } else if (way % 5 == 3) {
      List<Object> unheard = List.of("nobody hears it");
      child.events().raise("Unheard", unheard);
    }
    child.close();
    return new WeakReference<>(child);
  }
}
