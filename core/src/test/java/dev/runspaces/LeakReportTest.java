package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.CLOSED;
import static dev.runspaces.RunspaceState.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.LogTrap.Line;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runspaces that nobody refers to any more, and that nobody has closed. */
@Timeout(60)
class LeakReportTest {
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final LogTrap trap = LogTrap.on("dev.runspaces");

  /** What the test holds on to: all that it does not forget. */
  private final AtomicReference<Object> held = new AtomicReference<>();

  @AfterEach
  void closeWhatWasForgotten() {
    gate.open();
    Runspaces.all().forEach(Runspace::close);
    trap.close();
  }

  /** Opens a runspace and returns without it. A method of its own: its frame is gone with it. */
  private static long openAndForget(String name) {
    return Runspaces.open(name).id();
  }

  private List<Line> reportsOf(String name) {
    return trap.lines().stream()
        .filter(line -> line.text().startsWith("runspace \"" + name + "\""))
        .toList();
  }

  private Line awaitReportOf(String name) {
    eventually(
        () -> {
          System.gc();
          assertThat(reportsOf(name)).isNotEmpty();
        });
    return reportsOf(name).get(0);
  }

  /** What is forgotten by now has been found when what was forgotten later has been, twice. */
  private void assertNotReported(String name) {
    openAndForget("canary 1");
    awaitReportOf("canary 1");
    openAndForget("canary 2");
    awaitReportOf("canary 2");
    assertThat(reportsOf(name)).isEmpty();
  }

  @Nested
  class AForgottenRunspace {

    @Test
    void isNamedWithWhatToDo() {
      long id = openAndForget("forgotten");

      Line report = awaitReportOf("forgotten");

      assertThat(report.level()).isEqualTo("WARNING");
      assertThat(report.text())
          .isEqualTo(
              "runspace \"forgotten\" ("
                  + id
                  + ") OPENED was forgotten: nobody refers to it any more, and it has not been"
                  + " closed; keep it and close it, or open it in a parent that is closed");
    }

    @Test
    void isReportedWithTheStackThatMadeIt() {
      openAndForget("forgotten");

      Line report = awaitReportOf("forgotten");

      assertThat(report.thrown())
          .singleElement()
          .satisfies(
              made -> {
                assertThat(made).hasMessage("runspace \"forgotten\" was made here");
                assertThat(made.getStackTrace())
                    .extracting(StackTraceElement::getMethodName)
                    .contains("openAndForget", "isReportedWithTheStackThatMadeIt");
              });
    }

    @Test
    void isReportedOnce() {
      openAndForget("forgotten");
      awaitReportOf("forgotten");

      openAndForget("canary");
      awaitReportOf("canary");

      assertThat(reportsOf("forgotten")).hasSize(1);
    }

    @Test
    void isStillOpenAndCanBeFoundAndClosed() throws Exception {
      long id = openAndForget("forgotten");
      awaitReportOf("forgotten");

      Runspace found = Runspaces.find(id).orElseThrow();
      assertThat(found.state()).isEqualTo(OPENED);
      assertThat(Runspaces.find("forgotten")).containsSame(found);
      int answer = found.invoke(context -> 42);
      assertThat(answer).isEqualTo(42);
      found.close();

      assertThat(found.state()).isEqualTo(CLOSED);
      assertThat(Runspaces.find(id)).isEmpty();
    }

    @Test
    void isFoundThoughItHasRunScripts() throws Exception {
      useAndForget("forgotten");

      assertThat(awaitReportOf("forgotten").text()).contains("OPENED was forgotten");
    }

    private static void useAndForget(String name) throws InterruptedException {
      Runspace used = Runspaces.open(name);
      used.events().on("Ready", event -> {});
      used.events().raise("Ready");
      used.invoke(context -> "value");
    }

    @Test
    void isFoundWithItsChildrenWhichAreNotReported() {
      openFamilyAndForget();

      awaitReportOf("parent");
      assertNotReported("child");
    }

    private static void openFamilyAndForget() {
      Runspace child = Runspaces.open("parent").open("child");
      assertThat(child.state()).isEqualTo(OPENED);
    }

    @Test
    void doesNotKeepTheJvmAlive() throws Exception {
      OtherJvm.Result result = OtherJvm.run(ForgetfulProgram.class);

      assertThat(result.exitCode()).isZero();
      assertThat(result.lines())
          .anyMatch(line -> line.contains("runspace \"elsewhere\" (1) OPENED was forgotten"))
          .contains("main ends");
    }
  }

  @Nested
  class NotReported {

    @Test
    void isOneThatWasClosed() {
      openAndClose("closed");

      assertNotReported("closed");
    }

    private static void openAndClose(String name) {
      Runspaces.open(name).close();
    }

    @Test
    void isOneThatCouldNotBeOpened() {
      failToOpen("broken");

      assertNotReported("broken");
    }

    private static void failToOpen(String name) {
      try {
        Runspaces.builder(name).startup(context -> Integer.parseInt("none")).open();
      } catch (RunspaceOpenException expected) {
        assertThat(expected).hasMessageContaining(name);
      }
    }

    @Test
    void isOneThatWasNeverOpened() {
      create("created");

      assertNotReported("created");
    }

    private static void create(String name) {
      assertThat(Runspaces.builder(name).create().name()).isEqualTo(name);
    }

    @Test
    void isAChildOfAnOpenParentThatIsHeld() {
      Runspace parent = Runspaces.open("parent");
      held.set(parent);
      openChildAndForget(parent);

      assertNotReported("child");

      assertThat(parent.children()).extracting(Runspace::name).containsExactly("child");
    }

    private static void openChildAndForget(Runspace parent) {
      assertThat(parent.open("child").state()).isEqualTo(OPENED);
    }

    @Test
    void isOneWhoseScriptIsStillRunning() throws Exception {
      beginAndForget("working", started, gate);
      started.pass();

      assertNotReported("working");

      gate.open();
      awaitReportOf("working");
    }

    private static void beginAndForget(String name, Gate started, Gate gate) {
      Invocation<?> working =
          Runspaces.open(name)
              .begin(
                  Script.action(
                      context -> {
                        started.open();
                        gate.pass();
                      }));
      assertThat(working.state().isFinal()).isFalse();
    }

    @Test
    void isOneThatIsBeingOpened() throws Exception {
      openAsyncAndForget("opening", started, gate);
      started.pass();

      assertNotReported("opening");
    }

    private static void openAsyncAndForget(String name, Gate started, Gate gate) {
      CompletableFuture<Runspace> opening =
          Runspaces.builder(name)
              .startup(
                  Script.action(
                      context -> {
                        started.open();
                        gate.pass();
                      }))
              .openAsync();
      assertThat(opening).isNotDone();
    }

    @Test
    void isOneWhoseOpeningIsHeld() {
      held.set(Runspaces.builder("opened").startup(context -> "ready").openAsync());

      assertNotReported("opened");

      assertThat(held.get()).isInstanceOf(CompletableFuture.class);
    }
  }

  /** Held by one thing alone, and reported when that is let go. */
  @Nested
  class HeldBy {

    private void assertHeld(String name) {
      assertNotReported(name);
      assertThat(held.getAndSet(null)).isNotNull();
      awaitReportOf(name);
    }

    @Test
    void itself() {
      held.set(Runspaces.open("itself"));

      assertHeld("itself");
    }

    @Test
    void aShell() {
      held.set(Runspaces.open("by a shell").shell());

      assertHeld("by a shell");
    }

    @Test
    void anInvocationEvenOneThatHasEnded() throws Exception {
      Invocation<String> invocation = Runspaces.open("by an invocation").begin(context -> "value");
      invocation.await();
      held.set(invocation);
      invocation = null;

      assertHeld("by an invocation");
    }

    @Test
    void aChild() {
      held.set(Runspaces.open("by a child").open("child"));

      assertHeld("by a child");
    }

    @Test
    void aGrandchildThatWasLookedUp() {
      openGrandchild("by a grandchild");
      held.set(Runspaces.find("grandchild").orElseThrow());

      assertHeld("by a grandchild");
    }

    private static void openGrandchild(String name) {
      assertThat(Runspaces.open(name).open("child").open("grandchild").parent()).isPresent();
    }
  }

  /** Forgets a runspace, waits until that is found, and ends. */
  static final class ForgetfulProgram {
    private ForgetfulProgram() {}

    public static void main(String... arguments) throws Exception {
      Runspaces.open("elsewhere").invoke(context -> "its thread is started");
      LogTrap trap = LogTrap.on("dev.runspaces");
      eventually(
          () -> {
            System.gc();
            assertThat(trap.lines()).isNotEmpty();
          });
      trap.texts().forEach(System.out::println);
      System.out.println("main ends");
    }
  }
}
