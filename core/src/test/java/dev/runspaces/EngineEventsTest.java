package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.Event;
import dev.runspaces.thread.ThreadPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What runspaces tell of themselves: that they have nothing to do, and that they close. */
@Timeout(30)
class EngineEventsTest {
  private final Runspace parent = Runspaces.open("parent");
  private final Heard<Event> heard = new Heard<>();

  @AfterEach
  void close() {
    parent.close();
  }

  @Nested
  class OnIdle {

    /** The parent, which is told, has something to do by that, and is idle afterwards too. */
    private void hearOfIdleness(String source) {
      parent
          .events()
          .on(
              EngineEvents.ON_IDLE,
              event -> {
                if (event.source().equals(source)) {
                  heard.handle(event);
                }
              });
    }

    @ParameterizedTest
    @EnumSource(names = {"REUSE", "NEW", "POOLED"})
    void isRaisedOnceAfterEachScript(ThreadPolicy policy) throws Exception {
      Runspace child = parent.builder("child").threads(policy).open();
      hearOfIdleness("child");
      for (int round = 1; round <= 3; round++) {
        Object unused = child.invoke(context -> 1);
        assertThat(heard.await(round)).hasSize(round);
      }
    }

    @Test
    void doesNotFollowFromBeingHandled() throws Exception {
      Runspace child = parent.open("child");
      child.events().on(EngineEvents.ON_IDLE, heard);
      Object unused = child.invoke(context -> 1);
      heard.awaitFirst();
      // Whatever that has caused has been done before this, and this is followed by one more.
      Object ignored = child.invoke(context -> 2);
      assertThat(heard.await(2)).hasSize(2);
    }

    @Test
    void followsFromEventsToo() {
      Runspace child = parent.open("child");
      child.events().on("Work", event -> {});
      hearOfIdleness("child");
      child.events().raise("Work");
      assertThat(heard.await(1)).hasSize(1);
    }

    @Test
    void comesAfterAllThereIsToDo() throws Exception {
      Runspace child = parent.open("child");
      var gate = new Gate();
      var done = new AtomicInteger();
      List<Integer> doneWhenIdle = new CopyOnWriteArrayList<>();
      child.events().on(EngineEvents.ON_IDLE, event -> doneWhenIdle.add(done.get()));
      child.begin(Script.action(context -> gate.pass()));
      for (int i = 0; i < 100; i++) {
        child.begin(Script.action(context -> done.incrementAndGet()));
      }
      gate.open();
      Eventually.eventually(() -> assertThat(doneWhenIdle).isNotEmpty());
      assertThat(doneWhenIdle.get(0)).isEqualTo(100);
    }
  }

  @Nested
  class Exiting {

    @Test
    void isHeardInTheRunspaceBeforeItIsClosed() {
      Runspace child = parent.open("child");
      var states = new CopyOnWriteArrayList<RunspaceState>();
      child.events().on(EngineEvents.EXITING, event -> states.add(child.state()));
      child.close();
      assertThat(states).containsExactly(RunspaceState.CLOSING);
    }

    @Test
    void isHeardInTheParent() {
      parent.events().on(EngineEvents.EXITING, heard);
      parent.open("child").close();
      assertThat(heard.awaitFirst().source()).isEqualTo("child");
    }

    @Test
    void letsAHandlerRaiseItsLastEvents() {
      Runspace child = parent.open("child");
      parent.events().on("Saved", heard);
      child.events().on(EngineEvents.EXITING, event -> child.events().raise("Saved", 42));
      child.close();
      assertThat(heard.awaitFirst().payload()).isEqualTo(42);
    }

    @Test
    void isNotRaisedByARunspaceThatWasNeverOpen() throws Exception {
      parent.events().on(EngineEvents.EXITING, heard);
      parent.builder("never").create().close();
      parent.open("child").close();
      assertThat(heard.await(1)).extracting(Event::source).containsExactly("child");
    }

    @Test
    void isHeardAtTheJvmsEnd() throws Exception {
      OtherJvm.Result result = OtherJvm.run(ProgramThatEnds.class);

      assertThat(result.exitCode()).isZero();
      assertThat(result.lines()).contains("worker exits");
    }
  }

  /** Opens a runspace and ends. */
  static final class ProgramThatEnds {
    private ProgramThatEnds() {}

    public static void main(String... arguments) {
      Runspace worker = Runspaces.open("worker");
      worker
          .events()
          .on(EngineEvents.EXITING, event -> System.out.println(event.source() + " exits"));
    }
  }
}
