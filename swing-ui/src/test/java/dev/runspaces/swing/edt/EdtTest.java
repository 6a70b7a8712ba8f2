package dev.runspaces.swing.edt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.Runspace;
import dev.runspaces.RunspaceState;
import dev.runspaces.Runspaces;
import dev.runspaces.Script;
import dev.runspaces.thread.WaitRefusedException;
import java.awt.EventQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EdtTest {

  @Nested
  class Hopping {
    @Test
    void aCallRunsOnTheEdtAndReturnsItsValue() throws InterruptedException {
      boolean onEdt = Edt.call(EventQueue::isDispatchThread);
      assertThat(onEdt).isTrue();
    }

    @Test
    void onTheEdtItRunsInPlace() throws InterruptedException {
      Thread inner = Edt.call(() -> Edt.call(Thread::currentThread));
      Thread outer = Edt.call(Thread::currentThread);
      assertThat(inner).isSameAs(outer);
    }

    @Test
    void whatItThrowsComesBackAsItWas() {
      assertThatThrownBy(
              () ->
                  Edt.call(
                      () -> {
                        throw new IllegalStateException("as it was");
                      }))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("as it was");
    }

    @Test
    void anErrorComesBackToo() {
      assertThatThrownBy(
              () ->
                  Edt.call(
                      () -> {
                        throw new AssertionError("an error");
                      }))
          .isExactlyInstanceOf(AssertionError.class);
    }

    @Test
    void aRunspaceThatWaitsForTheEdtStillDeliversItsEvents() throws InterruptedException {
      try (Runspace runspace = Runspaces.open("hopper")) {
        var delivered = new CountDownLatch(1);
        runspace.events().on("Ping", event -> delivered.countDown());
        boolean inTime =
            runspace.invoke(
                context ->
                    Edt.call(
                        () -> {
                          context.events().raise("Ping");
                          return delivered.await(10, TimeUnit.SECONDS);
                        }));
        assertThat(inTime).isTrue();
      }
    }
  }

  @Nested
  class NeverWaiting {
    @Test
    void awaitingARunspaceOnTheEdtIsRefused() throws InterruptedException {
      try (Runspace runspace = Runspaces.open("worker")) {
        var release = new CountDownLatch(1);
        var invocation =
            runspace.begin(Script.action(context -> release.await(10, TimeUnit.SECONDS)));
        assertThatThrownBy(() -> Edt.call(invocation::await))
            .isInstanceOf(WaitRefusedException.class)
            .hasMessage(
                "waiting on the event dispatch thread was refused: it would freeze the program;"
                    + " wait in a runspace, or go on from Invocation.toFuture() or an event"
                    + " handler");
        release.countDown();
        invocation.await();
      }
    }

    @Test
    void closingARunspaceOnTheEdtReturnsAndIsDoneElsewhere() throws InterruptedException {
      Runspace runspace = Runspaces.open("busy");
      var begun = new CountDownLatch(1);
      var holdingOn = new CountDownLatch(1);
      runspace.begin(
          Script.action(
              context -> {
                begun.countDown();
                while (holdingOn.getCount() > 0) {
                  try {
                    holdingOn.await();
                  } catch (InterruptedException ignoredOnPurpose) {
                    // a script that does not stop
                  }
                }
              }));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      RunspaceState whenBack =
          Edt.call(
              () -> {
                runspace.close();
                return runspace.state();
              });
      assertThat(whenBack).isEqualTo(RunspaceState.CLOSING);
      holdingOn.countDown();
      runspace.close(); // waits, here, for the closing that has begun there
      assertThat(runspace.state()).isEqualTo(RunspaceState.CLOSED);
    }
  }
}
