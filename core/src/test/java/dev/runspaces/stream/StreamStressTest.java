package dev.runspaces.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several add and several read, in every way at once: nothing is lost or doubled, and what one has
 * added is read in the order in which it was added.
 */
@Timeout(60)
class StreamStressTest {
  private static final int ITEMS_EACH = 20_000;
  private static final Duration BRIEF = Duration.ofNanos(50_000);

  /** One item of one adder. */
  private record Numbered(int adder, int number) {}

  private static Background<Integer> add(DataCollection<Numbered> collection, int adder) {
    return Background.run(
        () -> {
          for (int number = 0; number < ITEMS_EACH; number++) {
            var item = new Numbered(adder, number);
            switch (number % 3) {
              case 0 -> collection.add(item);
              case 1 -> offerUntilAdded(collection, item);
              default -> assertThat(collection.offer(item, Duration.ofSeconds(30))).isTrue();
            }
          }
          return ITEMS_EACH;
        });
  }

  private static void offerUntilAdded(DataCollection<Numbered> collection, Numbered item)
      throws InterruptedException {
    while (!collection.offer(item, BRIEF)) {
      Thread.onSpinWait();
    }
  }

  /** Reads now with short waits, now with long ones, so that waits are given up all the time. */
  private static Background<List<Numbered>> take(DataCollection<Numbered> collection) {
    return Background.run(
        () -> {
          List<Numbered> taken = new ArrayList<>();
          while (!collection.isCompleted() || collection.size() > 0) {
            Optional<Numbered> item =
                collection.take(taken.size() % 2 == 0 ? BRIEF : Duration.ofSeconds(30));
            item.ifPresent(taken::add);
            if (taken.size() % 100 == 0) {
              taken.addAll(collection.readAll());
              collection.poll().ifPresent(taken::add);
            }
          }
          return taken;
        });
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "4, 3, 0", "4, 3, 1", "2, 4, 7", "8, 2, 100"})
  void whatIsRemovedIsReadOnce(int adders, int readers, int capacity) throws Exception {
    DataCollection<Numbered> collection =
        capacity == 0 ? new DataCollection<>() : DataCollection.bounded(capacity);
    List<Background<List<Numbered>>> reading = new ArrayList<>();
    for (int i = 0; i < readers; i++) {
      reading.add(
          i % 2 == 0 ? take(collection) : Background.read(collection.consuming().iterator()));
    }
    addAll(collection, adders);

    List<Numbered> all = new ArrayList<>();
    for (Background<List<Numbered>> reader : reading) {
      List<Numbered> read = reader.result();
      assertOrdered(read, adders);
      all.addAll(read);
    }
    assertThat(all).hasSize(adders * ITEMS_EACH).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 3", "8, 2"})
  void whatIsKeptIsReadByAllInOneOrder(int adders, int readers) throws Exception {
    var collection = new DataCollection<Numbered>();
    List<Background<List<Numbered>>> reading = new ArrayList<>();
    for (int i = 0; i < readers; i++) {
      reading.add(Background.read(collection));
    }
    addAll(collection, adders);

    List<Numbered> kept = collection.snapshot();
    assertThat(kept).hasSize(adders * ITEMS_EACH).doesNotHaveDuplicates();
    assertOrdered(kept, adders);
    for (Background<List<Numbered>> reader : reading) {
      assertThat(reader.result()).isEqualTo(kept);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "4, 0", "4, 50"})
  void severalRunsWriteToOneObjectInOneOrder(int runs, int last) throws Exception {
    Streams streams = last == 0 ? new Streams() : Streams.keepingLast(last);
    List<Object> heard = new ArrayList<>();
    streams.all().onAdded(item -> heard.add(item.value()));
    List<Background<String>> writing = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      int run = i;
      writing.add(
          Background.run(
              () -> {
                for (int number = 0; number < ITEMS_EACH; number++) {
                  var item = new Numbered(run, number);
                  if (number % 2 == 0) {
                    streams.write(new StreamItem(StreamName.OUTPUT, item));
                  } else {
                    streams.information().add(item);
                  }
                }
                return "written";
              }));
    }
    for (Background<String> writer : writing) {
      writer.result();
    }
    streams.complete();

    List<StreamItem> all = streams.all().snapshot();
    assertThat(all).hasSize(last == 0 ? runs * ITEMS_EACH : last);
    assertThat(heard).hasSize(runs * ITEMS_EACH).doesNotHaveDuplicates();
    assertThat(heard.subList(heard.size() - all.size(), heard.size()))
        .isEqualTo(all.stream().map(StreamItem::value).toList());
    assertEndsWith(streams.output().snapshot(), valuesOf(StreamName.OUTPUT, all));
    assertEndsWith(streams.information().snapshot(), valuesOf(StreamName.INFORMATION, all));
  }

  private static List<Object> valuesOf(StreamName stream, List<StreamItem> all) {
    return all.stream().filter(item -> item.stream() == stream).map(StreamItem::value).toList();
  }

  private static void assertEndsWith(List<Object> stream, List<Object> end) {
    assertThat(stream.subList(stream.size() - end.size(), stream.size())).isEqualTo(end);
  }

  private static void addAll(DataCollection<Numbered> collection, int adders) throws Exception {
    List<Background<Integer>> adding = new ArrayList<>();
    for (int adder = 0; adder < adders; adder++) {
      adding.add(add(collection, adder));
    }
    for (Background<Integer> adder : adding) {
      adder.result();
    }
    collection.complete();
  }

  /** Asserts that the numbers of each adder only grow. */
  private static void assertOrdered(List<Numbered> read, int adders) {
    int[] before = new int[adders];
    for (Numbered item : read) {
      if (item.number() < before[item.adder()]) {
        throw new AssertionError(item + " after " + before[item.adder()]);
      }
      before[item.adder()] = item.number();
    }
  }
}
