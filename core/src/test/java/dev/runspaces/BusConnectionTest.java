package dev.runspaces;

import static dev.runspaces.Ear.settle;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A runspace and a bus that an application has already: what passes. */
@Timeout(30)
class BusConnectionTest {
  private final EventBus application = new EventBus("application");
  private final Ear theirs = new Ear();
  private final Ear ours = new Ear();
  private final Runspace worker = Runspaces.open("worker");

  BusConnectionTest() {
    application.register(theirs);
    worker.bus().register(ours);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Nested
  class Passing {
    private final Registration connection = worker.connect(application);

    @Test
    void whatIsPostedThereIsHeardHereOnTheRunspacesThreadInOrder() throws Exception {
      application.post("1st");
      application.post("2nd");
      settle(worker);

      assertThat(ours.heard()).containsExactly("1st", "2nd");
      assertThat(ours.threads()).containsOnly("runspace-worker");
    }

    @Test
    void whatIsPostedHereIsHeardThereInOrder() throws Exception {
      worker.bus().post("1st");
      worker.events().post("2nd");
      worker.events().raise("Named", "3rd", "an argument");
      settle(worker);

      assertThat(theirs.heard()).containsExactly("1st", "2nd", "3rd");
    }

    @Test
    void nothingComesBack() throws Exception {
      application.post("from there");
      worker.bus().post("from here");
      settle(worker);
      settle(worker);

      assertThat(theirs.heard()).containsExactlyInAnyOrder("from there", "from here");
      assertThat(ours.heard()).containsExactlyInAnyOrder("from there", "from here");
    }

    @Test
    void theSameObjectPostedAgainIsAnotherEvent() throws Exception {
      String same = "same";
      worker.bus().post(same);
      application.post(same);
      worker.bus().post(same);
      settle(worker);
      application.post(same);
      settle(worker);

      assertThat(ours.heard()).containsExactly(same, same, same, same);
      assertThat(theirs.heard()).containsExactly(same, same, same, same);
    }

    @Test
    void equalObjectsAreDifferentEvents() throws Exception {
      String[] equal = "equal,equal".split(",", -1);
      String one = equal[0];
      String other = equal[1];
      worker.bus().post(one);
      application.post(other);
      settle(worker);

      assertThat(ours.heard()).containsExactlyInAnyOrder(one, other);
      assertThat(theirs.heard()).containsExactlyInAnyOrder(one, other);
      assertThat(ours.heard().get(0)).isNotSameAs(ours.heard().get(1));
    }

    @Test
    void whatASubscriberPostsIsPassedOnToo() throws Exception {
      application.register(
          new Object() {
            @Subscribe
            void answer(Integer question) {
              application.post("answer to " + question);
            }
          });
      worker.bus().post(42);
      settle(worker);

      assertThat(ours.heard()).containsExactly("answer to 42");
      assertThat(theirs.heard()).containsExactly("answer to 42");
    }

    @Test
    void whatComesFromBelowIsPassedOnOnce() throws Exception {
      Runspace child = worker.open("child");
      child.bus().post("from below");
      settle(child, worker);

      assertThat(theirs.heard()).containsExactly("from below");
      assertThat(ours.heard()).containsExactly("from below");
    }

    @Test
    void aChildThatIsConnectedAsWellChangesNothing() throws Exception {
      Runspace child = worker.open("child");
      var below = new Ear();
      child.bus().register(below);
      child.connect(application);
      child.bus().post("from below");
      application.post("from there");
      settle(child, worker);

      assertThat(below.heard()).containsExactlyInAnyOrder("from below", "from there");
      assertThat(ours.heard()).containsExactlyInAnyOrder("from below", "from there");
      assertThat(theirs.heard()).containsExactlyInAnyOrder("from below", "from there");
    }

    @Test
    void eventsThatComeFromThereAreNumberedWithoutGaps() throws Exception {
      Runspace child = worker.open("child");
      child.connect(application);
      var numbers = new Heard<Event>();
      worker.events().on(Event.class, numbers);
      for (int i = 0; i < 10; i++) {
        application.post(i);
      }
      settle(child, worker);
      worker.events().post("next");

      List<Long> ofWorker =
          numbers.await(11).stream()
              .filter(event -> event.source().equals("worker"))
              .map(Event::sequence)
              .toList();
      for (int i = 1; i < ofWorker.size(); i++) {
        assertThat(ofWorker.get(i)).isEqualTo(ofWorker.get(i - 1) + 1);
      }
    }

    @Test
    void whatTheLibraryHasToTellStaysInside() throws Exception {
      var all = new CopyOnWriteArrayList<Object>();
      application.register(
          new Object() {
            @Subscribe
            void on(Object event) {
              all.add(event);
            }
          });
      worker.events().on(ErrorOccurred.class, error -> {});
      worker.events().raiseError(new IllegalStateException("inside"));
      worker.events().raise("WithoutPayload");
      worker.open("child").close();
      worker.bus().post(42);
      settle(worker);

      assertThat(all).containsExactly(42);
    }

    @Test
    void theConnectionIsNoSubscription() {
      assertThat(worker.events().subscriptions()).hasSize(1);

      connection.close();

      assertThat(worker.events().subscriptions()).hasSize(1);
    }

    @Test
    void concurrentPostsOnBothSidesAreHeardOnceEachInTheOrderOfTheirPoster() throws Exception {
      int posters = 4;
      int posts = 500;
      Thread[] threads = new Thread[posters];
      for (int i = 0; i < posters; i++) {
        EventBus bus = i % 2 == 0 ? application : worker.bus();
        String poster = "poster-" + i + "-";
        threads[i] =
            new Thread(
                () -> {
                  for (int n = 0; n < posts; n++) {
                    bus.post(poster + n);
                  }
                });
        threads[i].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      settle(worker);

      for (Ear ear : List.of(ours, theirs)) {
        assertThat(ear.heard()).hasSize(posters * posts).doesNotHaveDuplicates();
        for (int i = 0; i < posters; i++) {
          String poster = "poster-" + i + "-";
          List<Object> own =
              ear.heard().stream().filter(word -> word.toString().startsWith(poster)).toList();
          for (int n = 0; n < posts; n++) {
            assertThat(own.get(n)).isEqualTo(poster + n);
          }
        }
      }
    }

    @Test
    void oneObjectPostedFromAllSidesAtOnceIsHeardAsOftenAsPosted() throws Exception {
      String same = "same";
      int posts = 1_000;
      Thread there = new Thread(() -> repeat(posts, () -> application.post(same)));
      Thread here = new Thread(() -> repeat(posts, () -> worker.bus().post(same)));
      there.start();
      here.start();
      there.join();
      here.join();
      settle(worker);

      assertThat(ours.heard()).hasSize(2 * posts);
      assertThat(theirs.heard()).hasSize(2 * posts);
    }

    private void repeat(int times, Runnable action) {
      for (int i = 0; i < times; i++) {
        action.run();
      }
    }
  }
}
