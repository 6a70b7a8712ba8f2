package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.Event;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opening, using and closing runspaces for ever leaves nothing behind. */
@Timeout(60)
class RunspaceChurnTest {
  private static final int CYCLES = 3_000;

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
