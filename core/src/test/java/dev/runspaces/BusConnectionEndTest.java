package dev.runspaces;

import static dev.runspaces.Ear.settle;
import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.Registration;
import java.lang.ref.WeakReference;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a connection ends, and what is refused. */
@Timeout(30)
class BusConnectionEndTest {
  private final EventBus application = new EventBus("application");
  private final Ear theirs = new Ear();
  private final Ear ours = new Ear();
  private final Runspace worker = Runspaces.open("worker");

  BusConnectionEndTest() {
    application.register(theirs);
    worker.bus().register(ours);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Nested
  class Ending {

    @Test
    void nothingPassesEitherWayAfterClosing() throws Exception {
      Registration connection = worker.connect(application);
      connection.close();
      connection.close();
      application.post("from there");
      worker.bus().post("from here");
      settle(worker);

      assertThat(ours.heard()).containsExactly("from here");
      assertThat(theirs.heard()).containsExactly("from there");
    }

    @Test
    void whatIsUnderWayOnAnAsynchronousBusDoesNotPassEither() throws Exception {
      var patient = new PatientExecutor();
      var asynchronous = new AsyncEventBus("asynchronous", patient);
      Registration connection = worker.connect(asynchronous);
      asynchronous.post("under way");
      connection.close();
      patient.work();
      settle(worker);

      assertThat(ours.heard()).isEmpty();
    }

    @Test
    void whatIsQueuedHereDoesNotPassEither() throws Exception {
      var gate = new Gate();
      Registration connection = worker.connect(application);
      worker.begin(Script.action(context -> gate.pass()));
      worker.bus().post("queued");
      connection.close();
      gate.open();
      settle(worker);

      assertThat(theirs.heard()).isEmpty();
      assertThat(ours.heard()).containsExactly("queued");
    }

    @Test
    void closingInTheMiddleOfAnEventStopsIt() throws Exception {
      Registration[] connection = new Registration[1];
      worker.events().on(Integer.class, event -> connection[0].close());
      connection[0] = worker.connect(application);
      var numbers = new CopyOnWriteArrayList<Integer>();
      application.register(
          new Object() {
            @Subscribe
            void on(Integer number) {
              numbers.add(number);
            }
          });
      worker.bus().post(42);
      settle(worker);

      assertThat(numbers).isEmpty();
    }

    @Test
    void theRunspaceEndsItAfterItsLastEvent() {
      worker.connect(application);
      worker.bus().post("last words");
      worker.close();
      application.post("too late");

      assertThat(theirs.heard()).containsExactly("last words", "too late");
      assertThat(ours.heard()).containsExactly("last words");
    }

    @Test
    void anotherRunspaceEndsItToo() throws Exception {
      var trap = LogTrap.on("dev.runspaces");
      try (trap) {
        Runspace peer = Runspaces.open("peer");
        var there = new Ear();
        peer.bus().register(there);
        worker.connect(peer.bus());
        worker.bus().post("while open");
        settle(worker, peer);
        peer.close();
        worker.bus().post("alone");
        settle(worker);

        assertThat(there.heard()).containsExactly("while open");
        assertThat(ours.heard()).containsExactly("while open", "alone");
        assertThat(trap.texts()).isEmpty();
      }
    }

    @Test
    void theBusKeepsNothingOfIt() {
      var dead = new CopyOnWriteArrayList<Object>();
      application.register(
          new Object() {
            @Subscribe
            void bury(DeadEvent event) {
              dead.add(event.getEvent());
            }
          });
      var forgotten = new WeakReference<>(connectAndClose());
      application.post(42);

      assertThat(dead).containsExactly(42);
      eventually(
          () -> {
            System.gc();
            assertThat(forgotten.get()).isNull();
          });
    }

    private Object connectAndClose() {
      Runspace brief = Runspaces.open("brief");
      brief.connect(application);
      application.post("event");
      Object hub = brief.events();
      brief.close();
      return hub;
    }

    @Test
    void connectingAgainWorks() throws Exception {
      worker.connect(application).close();
      worker.connect(application);
      application.post("again");
      worker.bus().post("and again");
      settle(worker);

      assertThat(ours.heard()).containsExactly("again", "and again");
      assertThat(theirs.heard()).containsExactlyInAnyOrder("again", "and again");
    }

    @Test
    void whatWasJustPassingIsNotExpectedBack() throws Exception {
      var closing = new ClosingBus();
      closing.connection = worker.connect(closing);
      String same = "same";
      worker.bus().post(same);
      settle(worker);
      worker.connect(closing);
      closing.post(same);
      settle(worker);

      assertThat(ours.heard()).containsExactly(same, same);
    }

    /** Closes a connection when an event has come here, and before it is posted. */
    private static final class ClosingBus extends EventBus {
      private Registration connection = () -> {};

      @Override
      public void post(Object event) {
        connection.close();
        super.post(event);
      }
    }

    @Test
    void whatIsStillUnderWayToUsIsNeitherTakenForNewsNorIsNewsTakenForIt() throws Exception {
      var patient = new PatientExecutor();
      var asynchronous = new AsyncEventBus("asynchronous", patient);
      Registration connection = worker.connect(asynchronous);
      String same = "same";
      worker.bus().post(same);
      settle(worker);
      connection.close();
      worker.connect(asynchronous);
      patient.work();
      settle(worker);
      assertThat(ours.heard()).containsExactly(same);

      asynchronous.post(same);
      patient.work();
      settle(worker);
      assertThat(ours.heard()).containsExactly(same, same);
    }

    @Test
    void whatAnExecutorHasLostIsForgottenWithTheConnection() throws Exception {
      var lossy = new AtomicBoolean(true);
      var asynchronous =
          new AsyncEventBus(
              "asynchronous",
              task -> {
                if (!lossy.get()) {
                  task.run();
                }
              });
      Registration connection = worker.connect(asynchronous);
      String same = "same";
      worker.bus().post(same);
      settle(worker);
      connection.close();
      worker.connect(asynchronous);
      lossy.set(false);
      asynchronous.post(same);
      settle(worker);

      assertThat(ours.heard()).containsExactly(same, same);
    }

    @Test
    void itCanBeOwnedBySomebodyElse() throws Exception {
      Runspace child = worker.open("child");
      child.own(worker.connect(application));
      child.close();
      application.post("after it");
      settle(worker);

      assertThat(ours.heard()).isEmpty();
    }
  }

  @Nested
  class IllegalCalls {

    @Test
    void aBusIsNotConnectedWithItself() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> worker.connect(worker.bus()))
          .withMessage(
              "connect: this is the bus of runspace \"worker\" itself; its subscribers hear"
                  + " already what is posted on it");
    }

    @Test
    void aClosedRunspaceIsNotConnected() {
      worker.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> worker.connect(application))
          .withMessage(
              "subscribing to \"every event, for bus \"application\"\" was refused: runspace"
                  + " \"worker\" is closed, and its events with it; use those of an open runspace,"
                  + " such as its parent");
    }

    @Test
    void norWithOneThatIsAndNothingIsLeftOfTheAttempt() throws Exception {
      Runspace closed = Runspaces.open("closed");
      closed.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> worker.connect(closed.bus()))
          .withMessageContaining("runspace \"closed\" is closed");
      worker.bus().post("event");
      settle(worker);
      assertThat(ours.heard()).containsExactly("event");
    }

    @Test
    void oneThatIsNotOpenYetMissesWhatIsPostedBefore() throws Exception {
      Runspace later = Runspaces.builder("later").create();
      var ear = new Ear();
      later.bus().register(ear);
      later.connect(application);
      application.post("too early");
      later.open();
      application.post("in time");
      settle(later);
      later.close();

      assertThat(ear.heard()).containsExactly("in time");
    }
  }
}
