package dev.runspaces.stream;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.runspaces.Gate;
import dev.runspaces.LogTrap;
import dev.runspaces.event.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is told of what is added to a collection, and of its end. */
@Timeout(30)
class DataCollectionListenersTest {
  private final DataCollection<Object> collection = new DataCollection<>();
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  @Test
  void hearOfItemsInOrderAndThenOfTheEnd() {
    collection.onAdded(heard::add);
    collection.onCompleted(() -> heard.add("end"));

    collection.add("a");
    collection.add("b");
    collection.complete();
    collection.complete();

    assertThat(heard).containsExactly("a", "b", "end");
  }

  @Test
  void hearOnTheThreadThatAdds() {
    collection.onAdded(item -> heard.add(Thread.currentThread()));

    collection.add("a");

    assertThat(heard).containsExactly(Thread.currentThread());
  }

  @Test
  void hearNothingOfWhatWasThereBefore() {
    collection.add("before");
    collection.onAdded(heard::add);

    collection.add("after");

    assertThat(heard).containsExactly("after");
  }

  @Test
  void hearOfThatFirstWhereTheyAskForEach() {
    collection.add("before");
    collection.onEach(heard::add);

    collection.add("after");

    assertThat(heard).containsExactly("before", "after");
  }

  @Test
  void hearOfEachOnceAndInOrderThoughOthersAreAddedMeanwhile() throws Exception {
    var adding =
        new Thread(() -> IntStream.range(0, 10_000).forEach(number -> collection.add(number)));
    adding.start();
    List<List<Object>> all = new ArrayList<>();
    for (int listener = 0; listener < 10; listener++) {
      List<Object> each = Collections.synchronizedList(new ArrayList<>());
      all.add(each);
      collection.onEach(each::add);
    }
    adding.join();

    List<Object> numbers = List.copyOf(IntStream.range(0, 10_000).boxed().toList());
    assertThat(all)
        .allSatisfy(each -> eventually(() -> assertThat(List.copyOf(each)).isEqualTo(numbers)));
  }

  @Test
  void whoHearsOfEachMayEndThatInTheMidst() {
    collection.add("one");
    collection.add("two");
    Registration[] registration = new Registration[1];
    collection.onAdded(item -> registration[0].close());
    registration[0] = collection.onEach(heard::add);

    collection.add("three");
    collection.add("four");

    assertThat(heard).containsExactly("one", "two");
  }

  @Test
  void hearOfTheEndAtOnceIfItHasCome() {
    collection.complete();

    collection.onCompleted(() -> heard.add("end"));
    collection.onCompleted(() -> heard.add("end, too"));

    assertThat(heard).containsExactly("end", "end, too");
  }

  @Test
  void hearNothingMoreWhenTheyHaveClosed() {
    Registration items = collection.onAdded(heard::add);
    Registration end = collection.onCompleted(() -> heard.add("end"));
    collection.add("a");

    items.close();
    items.close();
    end.close();

    collection.add("b");
    collection.complete();
    assertThat(heard).containsExactly("a");
  }

  @Test
  void mayCloseThemselves() {
    var registrations = new ArrayList<Registration>();
    registrations.add(
        collection.onAdded(
            item -> {
              heard.add(item);
              registrations.get(0).close();
            }));

    collection.add("a");
    collection.add("b");

    assertThat(heard).containsExactly("a");
  }

  @Test
  void thatWereAddedTwiceHearTwiceAndAreTakenBackOnce() {
    Runnable end = () -> heard.add("end");
    Registration first = collection.onCompleted(end);
    collection.onCompleted(end);
    first.close();

    collection.complete();

    assertThat(heard).containsExactly("end");
  }

  @Test
  void mayAddWhichOthersHearAfterwards() {
    collection.onAdded(
        item -> {
          if (item.equals(1)) {
            collection.add(2);
          }
        });
    collection.onAdded(heard::add);

    collection.add(1);

    assertThat(heard).containsExactly(1, 2);
  }

  @Test
  void thatThrowHarmNobodyAndAreLogged() {
    try (LogTrap trap = LogTrap.on("dev.runspaces")) {
      collection.onAdded(
          item -> {
            throw new AssertionError("broken");
          });
      collection.onAdded(heard::add);

      collection.add("a");
      collection.add("b");

      assertThat(heard).containsExactly("a", "b");
      assertThat(collection.snapshot()).containsExactly("a", "b");
      assertThat(trap.lines())
          .extracting(LogTrap.Line::text, line -> line.thrown().get(0).getMessage())
          .containsExactly(
              tuple("a listener of the collection failed", "broken"),
              tuple("a listener of the collection failed", "broken"));
    }
  }

  @Test
  void holdUpNobodyWhoReadsOrAdds() throws Exception {
    var listening = new Gate();
    var gate = new Gate();
    collection.onAdded(
        item -> {
          listening.open();
          gate.passInSpiteOfInterrupts();
          heard.add(item);
        });
    var adder =
        Background.run(
            () -> {
              collection.add("a");
              return "added";
            });
    listening.pass();

    collection.add("b");
    assertThat(collection.take(Duration.ZERO)).contains("a");
    assertThat(collection.readAll()).containsExactly("b");
    assertThat(heard).isEmpty();
    gate.open();

    assertThat(adder.result()).isEqualTo("added");
    assertThat(heard).containsExactly("a", "b");
  }

  @Test
  void hearInTheOrderOfAddingWhoeverAdds() throws Exception {
    collection.onAdded(heard::add);
    List<Background<String>> adders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int adder = i;
      adders.add(
          Background.run(
              () -> {
                IntStream.range(0, 2_000).forEach(number -> collection.add(adder + ":" + number));
                return "added";
              }));
    }
    for (Background<String> adder : adders) {
      adder.result();
    }

    var end = new Gate();
    collection.onCompleted(end::open);
    collection.complete();
    end.pass();
    assertThat(heard).isEqualTo(collection.snapshot());
  }
}
