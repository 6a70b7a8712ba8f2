package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParentAndChildTest {
  private final Runspace parent = Runspaces.open("parent");
  private final Runspace child = parent.open("child");
  private final List<Object> log = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    parent.close();
  }

  @Nested
  class Family {

    @Test
    void aChildKnowsItsParentAndAParentItsChildren() {
      Runspace second = parent.open("second");

      assertThat(child.parent()).containsSame(parent);
      assertThat(parent.children()).containsExactly(child, second);
      assertThat(child.children()).isEmpty();
    }

    @Test
    void aClosedChildIsNoChildAnyMore() {
      child.close();

      assertThat(parent.children()).isEmpty();
      assertThat(parent.state()).isEqualTo(RunspaceState.OPENED);
    }

    @Test
    void closingTheParentClosesEverythingBelow() {
      Runspace grandchild = child.open("grandchild");

      parent.close();

      assertThat(List.of(grandchild.state(), child.state(), parent.state())).containsOnly(CLOSED);
      assertThat(Runspaces.all()).doesNotContain(parent, child, grandchild);
    }

    @Test
    void aScriptMayOpenAndCloseChildren() throws Exception {
      RunspaceState state =
          parent.invoke(
              context -> {
                Runspace inner = context.runspace().open("inner");
                inner.invoke(innerContext -> log.add("worked"));
                inner.close();
                return inner.state();
              });

      assertThat(state).isEqualTo(CLOSED);
      assertThat(log).containsExactly("worked");
    }
  }

  @Nested
  class Events {

    @Test
    void ofAChildReachTheParentWithSourceAndNumber() {
      var heard = new Heard<Event>();
      parent.events().on("Ready", heard);

      Event raised = child.events().raise("Ready", "argument");

      Event event = heard.awaitFirst();
      assertThat(event.source()).isEqualTo("child");
      assertThat(event.sequence()).isEqualTo(raised.sequence());
      assertThat(event.time()).isEqualTo(raised.time());
      assertThat(event.arguments()).containsExactly("argument");
    }

    @Test
    void areHandledOnTheThreadOfWhoeverSubscribed() throws Exception {
      Runnable note = () -> log.add(Thread.currentThread().getName());
      parent.events().on("Ready", event -> note.run());
      child.events().on("Ready", event -> note.run());

      child.events().raise("Ready");
      parent.close();

      assertThat(log).containsExactlyInAnyOrder("runspace-parent", "runspace-child");
    }

    @Test
    void ofAParentDoNotReachTheChild() {
      var heard = new Heard<Event>();
      child.events().on("Ready", heard);

      parent.events().raise("Ready");
      child.events().raise("Ready");
      child.close();

      assertThat(heard.all()).extracting(Event::source).containsExactly("child");
    }

    @Test
    void ofAGrandchildDoNotReachTheGrandparent() {
      var heardAbove = new Heard<Event>();
      var heardBetween = new Heard<Event>();
      Runspace grandchild = child.open("grandchild");
      parent.events().on("Ready", heardAbove);
      child.events().on("Ready", heardBetween);

      grandchild.events().raise("Ready");
      child.close();
      parent.close();

      assertThat(heardBetween.all()).hasSize(1);
      assertThat(heardAbove.all()).isEmpty();
    }

    @Test
    void ofAClosingChildStillReachTheParent() {
      var heard = new Heard<Event>();
      parent.events().on("Bye", heard);
      child.own(() -> child.events().raise("Bye"));

      child.close();

      assertThat(heard.awaitFirst().source()).isEqualTo("child");
    }

    @Test
    void theWindowExampleEndsWithNobodyListeningAndTheChildClosed() throws Exception {
      var clicks = parent.events().on("Button1Clicked", event -> log.add(event.argument(0)));
      parent
          .events()
          .on(
              "WindowClosed",
              event -> {
                log.add("The GUI has been closed.");
                clicks.close();
                child.close();
                event.subscription().close();
              });

      child.begin(
          Script.action(
              context -> {
                context.events().raise("Button1Clicked", "1st click");
                context.events().raise("Button1Clicked", "2nd click");
                context.events().raise("WindowClosed");
              }));

      eventually(() -> assertThat(child.state()).isEqualTo(CLOSED));
      eventually(() -> assertThat(parent.events().subscriptions()).isEmpty());
      assertThat(log).containsExactly("1st click", "2nd click", "The GUI has been closed.");
    }

    @Test
    void ofManyChildrenKeepTheOrderOfEach() throws Exception {
      var heard = new Heard<Event>();
      parent.events().on("Step", heard);
      var children = new ArrayList<Runspace>();
      for (int i = 0; i < 4; i++) {
        children.add(parent.open("child " + i));
      }
      for (Runspace each : children) {
        each.begin(
            Script.action(
                context -> {
                  for (int step = 0; step < 1_000; step++) {
                    context.events().raise("Step", step);
                  }
                }));
      }
      List<Event> all = heard.await(4_000);

      assertThat(all).hasSize(4_000);
      for (Runspace each : children) {
        assertThat(all.stream().filter(event -> event.source().equals(each.name())))
            .hasSize(1_000)
            .isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
      }
    }
  }

  @Nested
  class WaitingForOneAnother {

    @Test
    void aParentThatAwaitsAChildHearsItsEventsMeanwhile() throws Exception {
      var seen = new Gate();
      parent
          .events()
          .on(
              "Progress",
              event -> {
                log.add(event.argument(0));
                seen.open();
              });

      parent.invoke(
          context -> {
            child.invoke(
                Script.action(
                    childContext -> {
                      childContext.events().raise("Progress", "half");
                      seen.pass();
                    }));
            return log.add("child done");
          });

      assertThat(log).containsExactly("half", "child done");
    }

    @Test
    void aHandlerOfTheParentMayCloseTheChildWhoseScriptIsAwaited() throws Exception {
      parent.events().on("Enough", event -> child.close());

      parent.invoke(
          context -> {
            try {
              child.invoke(
                  childContext -> {
                    childContext.events().raise("Enough");
                    new Gate().pass();
                    return "never";
                  });
            } catch (InvocationStoppedException stopped) {
              log.add("stopped");
            }
            return log.add(child.state());
          });

      assertThat(log).containsExactly("stopped", CLOSED);
    }
  }
}
