package dev.runspaces.stream;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.runspaces.thread.WaitInterruptedException;
import dev.runspaces.thread.WaitTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DataCollectionTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final DataCollection<String> collection = new DataCollection<>();

  private void add(String... items) {
    for (String item : items) {
      collection.add(item);
    }
  }

  @Nested
  class Adding {

    @Test
    void keepsTheOrder() {
      add("a", "b", "c");

      assertThat(collection.snapshot()).containsExactly("a", "b", "c");
      assertThat(collection.size()).isEqualTo(3);
    }

    @Test
    @SuppressWarnings("NullAway") // that is the point
    void ofNullIsRefused() {
      assertThatNullPointerException()
          .isThrownBy(() -> collection.add(null))
          .withMessage("add: null is no item of the collection");
    }

    @Test
    void afterCompletingIsRefused() {
      collection.complete();

      assertThatIllegalStateException()
          .isThrownBy(() -> collection.add("late"))
          .withMessage(
              "add: the collection is completed and takes nothing more; add before complete() is"
                  + " called, or to a new one");
      assertThatIllegalStateException().isThrownBy(() -> collection.offer("late"));
      assertThatIllegalStateException().isThrownBy(() -> collection.offer("late", SHORT));
      assertThat(collection.snapshot()).isEmpty();
    }

    @Test
    void isAlwaysPossibleWithoutALimit() throws Exception {
      assertThat(collection.offer("a")).isTrue();
      assertThat(collection.offer("b", Duration.ZERO)).isTrue();
    }
  }

  @Nested
  class Completing {

    @Test
    void twiceIsHarmless() {
      collection.complete();
      collection.complete();

      assertThat(collection.isCompleted()).isTrue();
    }

    @Test
    void leavesWhatIsThere() {
      add("a");
      collection.complete();

      assertThat(collection.poll()).contains("a");
      assertThat(collection.poll()).isEmpty();
    }

    @Test
    void isNotedInTheText() {
      add("a", "b");
      assertThat(collection).hasToString("the collection: 2 items");

      collection.complete();

      assertThat(collection).hasToString("the collection: 2 items, completed");
    }
  }

  @Nested
  class ReadingWithoutWaiting {

    @Test
    void aSnapshotRemovesNothingAndDoesNotChange() {
      add("a");
      List<String> snapshot = collection.snapshot();
      add("b");

      assertThat(snapshot).containsExactly("a");
      assertThat(collection.size()).isEqualTo(2);
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> snapshot.set(0, "changed"));
    }

    @Test
    void pollRemovesTheFirst() {
      add("a", "b");

      assertThat(collection.poll()).contains("a");
      assertThat(collection.snapshot()).containsExactly("b");
    }

    @Test
    void readAllRemovesAll() {
      add("a", "b");

      assertThat(collection.readAll()).containsExactly("a", "b");
      assertThat(collection.readAll()).isEmpty();
      add("c");
      assertThat(collection.readAll()).containsExactly("c");
    }

    @Test
    void readAllOfAMillionIsFine() {
      var numbers = new DataCollection<Integer>();
      List<Integer> million = IntStream.range(0, 1_000_000).boxed().toList();
      million.forEach(numbers::add);

      assertThat(numbers.readAll()).isEqualTo(million);
    }

    @Test
    void isThatOfAQueueWhateverIsAddedAndRemoved() {
      var random = new Random(7);
      var numbers = new DataCollection<Integer>();
      var queue = new ArrayDeque<Integer>();
      for (int i = 0; i < 20_000; i++) {
        // Longer and shorter by turns, so that the ring wraps, grows and is given back.
        if (random.nextInt(100) < (i / 5_000 % 2 == 0 ? 70 : 30)) {
          numbers.add(i);
          queue.add(i);
        } else {
          assertThat(numbers.poll().orElse(-1)).isEqualTo(queue.isEmpty() ? -1 : queue.remove());
        }
        if (i % 500 == 0) {
          assertThat(numbers.snapshot()).containsExactlyElementsOf(queue);
        }
      }
    }
  }

  @Nested
  class Taking {

    @Test
    void removesTheFirst() throws Exception {
      add("a", "b");

      assertThat(collection.take(Duration.ZERO)).contains("a");
      assertThat(collection.snapshot()).containsExactly("b");
    }

    @Test
    void waitsForAnItem() throws Exception {
      var taker = Background.run(() -> collection.take(LONG)).awaitWaiting();

      add("a");

      assertThat(taker.result()).contains("a");
      assertThat(collection.size()).isZero();
    }

    @Test
    void endsWithTheTime() throws Exception {
      assertThat(collection.take(SHORT)).isEmpty();
    }

    @Test
    void endsWithTheCollection() throws Exception {
      var taker = Background.run(() -> collection.take(LONG)).awaitWaiting();

      collection.complete();

      assertThat(taker.result()).isEmpty();
    }

    @Test
    void endsWithAnInterruptAndRemovesNothing() {
      var taker = Background.run(() -> collection.take(LONG)).awaitWaiting();

      taker.interrupt();

      assertThat(taker.future())
          .failsWithin(LONG)
          .withThrowableThat()
          .withCauseInstanceOf(InterruptedException.class);
      add("a");
      assertThat(collection.size()).isEqualTo(1);
    }

    @Test
    void forANegativeTimeIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> collection.take(Duration.ofMillis(-1)))
          .withMessage("a time-out of PT-0.001S is negative");
    }

    @Test
    void givesEachItemToOneOfThoseWhoWait() throws Exception {
      var one = Background.run(() -> collection.take(LONG)).awaitWaiting();
      var other = Background.run(() -> collection.take(LONG)).awaitWaiting();

      add("a", "b");

      assertThat(List.of(one.result().orElseThrow(), other.result().orElseThrow()))
          .containsExactlyInAnyOrder("a", "b");
    }
  }

  @Nested
  class Iterating {

    @Test
    void goesOnUntilCompleted() throws Exception {
      add("a");
      var reader = Background.read(collection).awaitWaiting();

      add("b");
      reader.awaitWaiting();
      add("c");
      collection.complete();

      assertThat(reader.result()).containsExactly("a", "b", "c");
    }

    @Test
    void removesNothing() {
      add("a", "b");
      collection.complete();

      assertThat(collection).containsExactly("a", "b");
      assertThat(collection).containsExactly("a", "b");
    }

    @Test
    void isPossibleForSeveralAtOnce() throws Exception {
      var one = Background.read(collection).awaitWaiting();
      var other = Background.read(collection).awaitWaiting();

      add("a", "b");
      collection.complete();

      assertThat(one.result()).containsExactly("a", "b");
      assertThat(other.result()).containsExactly("a", "b");
    }

    @Test
    void skipsWhatOthersHaveRemovedAndDoublesNothing() {
      add("a", "b", "c", "d");
      Iterator<String> iterator = collection.iterator();
      assertThat(iterator.next()).isEqualTo("a");

      assertThat(collection.poll()).contains("a");
      assertThat(iterator.next()).isEqualTo("b");
      assertThat(collection.poll()).contains("b");
      assertThat(collection.poll()).contains("c");
      assertThat(iterator.next()).isEqualTo("d");
      collection.readAll();
      add("e");
      assertThat(iterator.next()).isEqualTo("e");
    }

    @Test
    void givesWhatItHasAnnouncedEvenIfThatIsRemovedMeanwhile() {
      add("a");
      Iterator<String> iterator = collection.iterator();
      assertThat(iterator.hasNext()).isTrue();

      collection.readAll();

      assertThat(iterator.hasNext()).isTrue();
      assertThat(iterator.next()).isEqualTo("a");
    }

    @Test
    void beyondTheEndIsRefused() {
      collection.complete();
      Iterator<String> iterator = collection.iterator();

      assertThat(iterator.hasNext()).isFalse();
      assertThatExceptionOfType(NoSuchElementException.class)
          .isThrownBy(iterator::next)
          .withMessage("the collection is completed and has no more items");
    }

    @Test
    void withPatienceEndsWithTheTimeAndMayGoOn() {
      Iterator<String> iterator = collection.iterator(SHORT);

      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(iterator::hasNext)
          .withMessage("the wait for the next item of the collection did not end within 20 ms");
      add("a");
      assertThat(iterator.next()).isEqualTo("a");
    }

    @Test
    void withNegativePatienceIsRefusedAtOnce() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> collection.iterator(Duration.ofMillis(-1)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> collection.consuming(Duration.ofMillis(-1)));
    }

    @Test
    void endsWithAnInterruptKeepsItAndMayGoOn() throws Exception {
      Iterator<String> iterator = collection.iterator();
      var reader =
          Background.run(
                  () -> {
                    try {
                      return "read " + iterator.next();
                    } catch (WaitInterruptedException interrupted) {
                      return interrupted.getMessage()
                          + (Thread.currentThread().isInterrupted() ? ", kept" : ", lost");
                    }
                  })
              .awaitWaiting();

      reader.interrupt();

      assertThat(reader.result())
          .isEqualTo("the wait for the next item of the collection was interrupted, kept");
      add("a");
      assertThat(iterator.next()).isEqualTo("a");
    }
  }

  @Nested
  class Consuming {

    @Test
    void removesWhatItReads() throws Exception {
      add("a");
      var reader = Background.read(collection.consuming()).awaitWaiting();
      assertThat(collection.size()).isZero();

      add("b");
      collection.complete();

      assertThat(reader.result()).containsExactly("a", "b");
      assertThat(collection.snapshot()).isEmpty();
    }

    @Test
    void withPatienceEndsWithTheTime() {
      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(collection.consuming(SHORT).iterator()::next);
    }
  }

  @Nested
  class ABoundedOne {
    private final DataCollection<String> bounded = DataCollection.bounded(2);

    ABoundedOne() {
      bounded.add("a");
      bounded.add("b");
    }

    @Test
    void hasNoMoreThanItsCapacity() throws Exception {
      assertThat(bounded.offer("c")).isFalse();
      assertThat(bounded.offer("c", SHORT)).isFalse();
      assertThat(bounded.snapshot()).containsExactly("a", "b");
    }

    @Test
    void hasWhoAddsWaitForRoom() throws Exception {
      var adder = Background.run(() -> bounded.offer("c", LONG)).awaitWaiting();

      assertThat(bounded.poll()).contains("a");

      assertThat(adder.result()).isTrue();
      assertThat(bounded.snapshot()).containsExactly("b", "c");
    }

    @Test
    void hasRoomAfterWhateverRemoves() throws Exception {
      var adder =
          Background.run(
              () -> {
                for (String item : List.of("c", "d", "e", "f")) {
                  bounded.add(item);
                }
                return "added";
              });

      adder.awaitWaiting();
      assertThat(bounded.take(LONG)).contains("a");
      eventually(() -> assertThat(bounded.snapshot()).containsExactly("b", "c"));
      assertThat(bounded.consuming().iterator().next()).isEqualTo("b");
      eventually(() -> assertThat(bounded.snapshot()).containsExactly("c", "d"));
      assertThat(bounded.readAll()).containsExactly("c", "d");
      assertThat(adder.result()).isEqualTo("added");
      assertThat(bounded.snapshot()).containsExactly("e", "f");
    }

    @Test
    void refusesWhoWaitsForRoomWhenItIsCompleted() {
      var adder =
          Background.run(
                  () -> {
                    bounded.add("c");
                    return "added";
                  })
              .awaitWaiting();

      bounded.complete();

      assertThat(adder.future())
          .failsWithin(LONG)
          .withThrowableThat()
          .withCauseInstanceOf(IllegalStateException.class)
          .withMessageContaining("is completed and takes nothing more");
      assertThat(bounded.snapshot()).containsExactly("a", "b");
    }

    @Test
    void addsNothingForWhoIsInterruptedWhileWaiting() throws Exception {
      var adder =
          Background.run(
                  () -> {
                    try {
                      bounded.add("c");
                      return "added";
                    } catch (WaitInterruptedException interrupted) {
                      return interrupted.getMessage()
                          + (Thread.currentThread().isInterrupted() ? ", kept" : ", lost");
                    }
                  })
              .awaitWaiting();

      adder.interrupt();

      assertThat(adder.result())
          .isEqualTo("the wait for room in the collection was interrupted, kept");
      assertThat(bounded.readAll()).containsExactly("a", "b");
    }

    @Test
    void withoutRoomForAnythingIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DataCollection.bounded(0))
          .withMessage("bounded: there is no room for any item in 0; give 1 or more");
    }
  }

  @Nested
  class OneThatKeepsTheLast {
    private final DataCollection<String> last = DataCollection.keepingLast(2);

    @Test
    void dropsTheOldestAndCountsThem() {
      for (String item : List.of("a", "b", "c", "d")) {
        last.add(item);
      }

      assertThat(last.snapshot()).containsExactly("c", "d");
      assertThat(last.dropped()).isEqualTo(2);
    }

    @Test
    void letsIteratorsSkipWhatIsDropped() {
      Iterator<String> iterator = last.iterator();
      last.add("a");
      assertThat(iterator.next()).isEqualTo("a");
      for (String item : List.of("b", "c", "d")) {
        last.add(item);
      }

      assertThat(iterator.next()).isEqualTo("c");
    }

    @Test
    void andIsToKeepNothingIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DataCollection.keepingLast(-1))
          .withMessage("keepingLast: there is no room for any item in -1; give 1 or more");
    }
  }
}
