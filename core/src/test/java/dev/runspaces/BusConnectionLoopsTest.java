package dev.runspaces;

import static dev.runspaces.Ear.settle;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.EventBus;
import dev.runspaces.event.Registration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connected buses and runspaces, in circles: an event comes to each of them once. */
@Timeout(30)
class BusConnectionLoopsTest {
  private final EventBus application = new EventBus("application");
  private final Ear theirs = new Ear();
  private final Ear ours = new Ear();
  private final Runspace worker = Runspaces.open("worker");

  BusConnectionLoopsTest() {
    application.register(theirs);
    worker.bus().register(ours);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Nested
  class OneEvent {

    @Test
    void comesOnceThroughTwoConnectionsWithTheSameBus() throws Exception {
      Registration first = worker.connect(application);
      worker.connect(application);
      application.post("from there");
      worker.bus().post("from here");
      settle(worker);
      first.close();
      application.post("and still");
      settle(worker);

      assertThat(ours.heard()).containsExactly("from there", "from here", "and still");
      assertThat(theirs.heard()).containsExactlyInAnyOrder("from there", "from here", "and still");
    }

    @Test
    void comesOnceRoundARingOfRunspaces() throws Exception {
      try (Runspace second = Runspaces.open("second");
          Runspace third = Runspaces.open("third")) {
        var atSecond = new Ear();
        var atThird = new Ear();
        second.bus().register(atSecond);
        third.bus().register(atThird);
        worker.connect(second.bus());
        second.connect(third.bus());
        third.connect(worker.bus());

        worker.bus().post("from worker");
        second.bus().post("from second");
        third.bus().post("from third");
        settle(worker, second, third);

        for (Ear ear : List.of(ours, atSecond, atThird)) {
          assertThat(ear.heard())
              .containsExactlyInAnyOrder("from worker", "from second", "from third");
        }
      }
    }

    @Test
    void comesOnceRoundARingOfRunspacesAndAsynchronousBuses() throws Exception {
      var patient = new PatientExecutor();
      var asynchronous = new AsyncEventBus("asynchronous", patient);
      var atAsynchronous = new Ear();
      asynchronous.register(atAsynchronous);
      try (Runspace second = Runspaces.open("second");
          Runspace third = Runspaces.open("third")) {
        var atSecond = new Ear();
        var atThird = new Ear();
        second.bus().register(atSecond);
        third.bus().register(atThird);
        worker.connect(application);
        worker.connect(asynchronous);
        second.connect(application);
        second.connect(asynchronous);
        third.connect(worker.bus());
        third.connect(second.bus());

        for (EventBus bus :
            List.of(application, asynchronous, worker.bus(), second.bus(), third.bus())) {
          bus.post("from " + (bus instanceof AsyncEventBus ? "async" : bus.identifier()));
        }
        for (int i = 0; i < 4; i++) {
          settle(worker, second, third);
          patient.work();
        }

        for (Ear ear : List.of(ours, theirs, atAsynchronous, atSecond, atThird)) {
          assertThat(ear.heard())
              .containsExactlyInAnyOrder(
                  "from application", "from async", "from worker", "from second", "from third");
        }
      }
    }

    @Test
    void isNotTakenForItsOwnEchoOnAnAsynchronousBus() throws Exception {
      var patient = new PatientExecutor();
      var asynchronous = new AsyncEventBus("asynchronous", patient);
      var there = new Ear();
      asynchronous.register(there);
      worker.connect(asynchronous);
      String same = "same";

      worker.bus().post(same);
      settle(worker);
      asynchronous.post(same);
      patient.work();
      settle(worker);
      patient.work();

      assertThat(ours.heard()).containsExactly(same, same);
      assertThat(there.heard()).containsExactly(same, same);
    }

    @Test
    void ofOneThatPostsLaterByItselfComesOnce() throws Exception {
      var patient = new PatientExecutor();
      var deferring =
          new EventBus("deferring") {
            @Override
            public void post(Object event) {
              patient.execute(() -> super.post(event));
            }
          };
      var there = new Ear();
      deferring.register(there);
      worker.connect(deferring);
      worker.bus().post("from here");
      deferring.post("from there");
      settle(worker);
      patient.work();
      settle(worker);

      assertThat(ours.heard()).containsExactly("from here", "from there");
      assertThat(there.heard()).containsExactlyInAnyOrder("from here", "from there");
    }

    @Test
    void comesOnceBetweenAParentAndItsChild() throws Exception {
      Runspace child = worker.open("child");
      var below = new Ear();
      child.bus().register(below);
      worker.connect(child.bus());
      worker.bus().post("from above");
      child.bus().post("from below");
      settle(worker, child);

      assertThat(ours.heard()).containsExactlyInAnyOrder("from above", "from below");
      assertThat(below.heard()).containsExactlyInAnyOrder("from above", "from below");
    }
  }
}
