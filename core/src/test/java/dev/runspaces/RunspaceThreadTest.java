package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The one thread of a runspace. */
@Timeout(30)
class RunspaceThreadTest {
  private final int countBefore = Runspaces.count();
  private final Runspace worker = Runspaces.open("closing");

  @AfterEach
  void nothingIsLeft() {
    worker.close();
    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(Runspaces.count()).isEqualTo(countBefore);
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-closing")).isEmpty());
  }

  @Test
  void isStartedWithTheFirstWorkOnly() throws Exception {
    worker.events().raise("Nobody");
    assertThat(LiveThreads.startingWith("runspace-closing")).isEmpty();

    worker.invoke(context -> "work");

    assertThat(LiveThreads.startingWith("runspace-closing")).containsExactly("runspace-closing");
  }

  @Test
  void isADaemonWithTheRunspacesName() throws Exception {
    Thread thread = worker.invoke(context -> Thread.currentThread());

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("runspace-closing");
  }

  @Test
  void takesNothingOverFromWhoRaisesTheFirstEvent() throws Exception {
    var raisers = new InheritableThreadLocal<String>();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    worker.events().on("Ready", event -> {});
    var raiser =
        new Thread(
            () -> {
              raisers.set("of the raiser");
              worker.events().raise("Ready");
            });
    raiser.setContextClassLoader(null);
    raiser.start();
    raiser.join();

    ClassLoader seen = worker.invoke(context -> Thread.currentThread().getContextClassLoader());
    String inherited = worker.invoke(context -> String.valueOf(raisers.get()));

    assertThat(inherited).isEqualTo("null");
    assertThat(seen).isSameAs(loader);
  }

  @Test
  void runsEverythingOfTheRunspace() throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    worker.events().on("Ready", event -> threads.add(Thread.currentThread()));
    worker.invoke(context -> threads.add(Thread.currentThread()));
    worker.invoke(context -> threads.add(Thread.currentThread()));
    worker.events().raise("Ready");
    worker.close();

    assertThat(threads).hasSize(3);
    assertThat(threads).containsOnly(threads.get(0));
  }
}
