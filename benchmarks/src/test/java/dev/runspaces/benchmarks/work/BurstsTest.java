package dev.runspaces.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.benchmarks.contestant.Channel;
import dev.runspaces.benchmarks.contestant.Channels;
import dev.runspaces.benchmarks.contestant.Publisher;
import dev.runspaces.benchmarks.contestant.Publishers;
import dev.runspaces.benchmarks.measure.ArrivalCheck;
import dev.runspaces.benchmarks.measure.Faults;
import dev.runspaces.benchmarks.measure.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That contestants do what they are measured in: two of this library's, and one of each kind. */
class BurstsTest {
  static Stream<String> publishers() {
    return Stream.of(Publishers.ANNOTATED, Publishers.NAMED, Publishers.RAISED, Publishers.GUAVA);
  }

  @ParameterizedTest
  @MethodSource("publishers")
  void everySubscriberHearsEverything(String name) throws InterruptedException {
    List<ArrivalCheck> checks = List.of(new ArrivalCheck(), new ArrivalCheck());
    try (Publisher publisher = Publishers.named(name).open(checks)) {
      assertThat(Bursts.published(publisher, checks, Message.series(0, 1_500)).faults())
          .isEqualTo(Faults.NONE);
    }
  }

  static Stream<String> channels() {
    return Stream.of(Channels.RUNSPACE, Channels.CHILD, Channels.BARE);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void allArriveOnceAndInOrder(String name) throws InterruptedException {
    Channel.Factory factory = Channels.named(name);
    Message[][] messages = {Message.series(0, 500), Message.series(1, 500)};
    assertThat(Bursts.sent(factory, messages).faults()).isEqualTo(Faults.NONE);
  }
}
