package dev.runspaces.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class StreamsTest {
  private final Streams streams = new Streams();

  private static Object itemOf(StreamName stream) {
    return switch (stream) {
      case OUTPUT, INFORMATION -> 42;
      case ERROR -> new IllegalStateException("failed");
      case WARNING, VERBOSE, DEBUG -> "text";
      case PROGRESS -> Progress.of("Copying");
    };
  }

  private static DataCollection<?> of(Streams streams, StreamName stream) {
    return switch (stream) {
      case OUTPUT -> streams.output();
      case ERROR -> streams.error();
      case WARNING -> streams.warning();
      case VERBOSE -> streams.verbose();
      case DEBUG -> streams.debug();
      case INFORMATION -> streams.information();
      case PROGRESS -> streams.progress();
    };
  }

  private static StreamItem warning(String text) {
    return new StreamItem(StreamName.WARNING, text);
  }

  @Nested
  class AnItem {

    @ParameterizedTest
    @EnumSource
    void isInItsStreamAndInAll(StreamName stream) {
      var item = new StreamItem(stream, itemOf(stream));

      streams.write(item);

      assertThat(streams.all().snapshot()).containsExactly(item);
      for (StreamName other : StreamName.values()) {
        assertThat(of(streams, other).size()).isEqualTo(other == stream ? 1 : 0);
      }
    }

    @Test
    void isInAllToo_IfItIsAddedToItsStream() {
      streams.output().add(1);
      streams.warning().add("careful");
      assertThat(streams.output().offer(2)).isTrue();

      assertThat(streams.all().snapshot())
          .containsExactly(
              new StreamItem(StreamName.OUTPUT, 1),
              warning("careful"),
              new StreamItem(StreamName.OUTPUT, 2));
    }

    @Test
    void isInItsStreamToo_IfItIsAddedToAll() {
      streams.all().add(warning("careful"));

      assertThat(streams.warning().snapshot()).containsExactly("careful");
      assertThat(streams.all().size()).isEqualTo(1);
    }

    @Test
    void thatIsRemovedFromOneViewIsStillInTheOther() {
      streams.warning().add("a");
      streams.warning().add("b");

      streams.warning().readAll();
      assertThat(streams.all().size()).isEqualTo(2);
      streams.all().poll();
      streams.warning().add("c");

      assertThat(streams.warning().snapshot()).containsExactly("c");
      assertThat(streams.all().snapshot()).containsExactly(warning("b"), warning("c"));
    }

    @Test
    void isToldToTheListenersOfBothViews() {
      List<Object> heard = new ArrayList<>();
      streams.warning().onAdded(heard::add);
      streams.all().onAdded(heard::add);

      streams.write(warning("a"));

      assertThat(heard).containsExactly("a", warning("a"));
    }

    @Test
    void wakesWhoWaitsForEitherView() throws Exception {
      var one = Background.run(() -> streams.warning().take(Duration.ofSeconds(10)));
      var other = Background.run(() -> streams.all().take(Duration.ofSeconds(10)));
      one.awaitWaiting();
      other.awaitWaiting();

      streams.write(warning("a"));

      assertThat(one.result()).contains("a");
      assertThat(other.result()).contains(warning("a"));
    }

    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"OUTPUT", "INFORMATION"})
    void ofAnotherTypeIsRefused(StreamName stream) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new StreamItem(stream, 42))
          .withMessage(
              stream
                  + ": a java.lang.Integer was written where each item is a "
                  + stream.itemType().getName()
                  + "; convert it, or write it to OUTPUT or INFORMATION, which take any object");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // that is the point
    void ofAnotherTypeIsRefusedByTheCollectionToo() {
      DataCollection untyped = streams.warning();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> untyped.add(42))
          .withMessageStartingWith("WARNING: a java.lang.Integer was written");
      assertThat(streams.all().size()).isZero();
    }

    @Test
    @SuppressWarnings("NullAway") // that is the point
    void isNotNull() {
      assertThatNullPointerException()
          .isThrownBy(() -> new StreamItem(StreamName.OUTPUT, null))
          .withMessage("OUTPUT: null cannot be written to a stream");
      assertThatNullPointerException()
          .isThrownBy(() -> streams.output().add(null))
          .withMessage("add: null is no item of stream OUTPUT");
    }
  }

  @Nested
  class Completing {

    @ParameterizedTest
    @EnumSource
    void endsEachStream(StreamName stream) throws Exception {
      var reader = Background.read(of(streams, stream)).awaitWaiting();

      streams.complete();
      streams.complete();

      assertThat(reader.result()).isEmpty();
      assertThat(of(streams, stream).isCompleted()).isTrue();
    }

    @Test
    void endsAllThatWasNeverLookedAt() {
      streams.complete();

      assertThat(streams.all().isCompleted()).isTrue();
      assertThat(streams.output()).isEmpty();
    }

    @Test
    void isDoneThroughAllToo() {
      streams.all().complete();

      assertThat(streams.debug().isCompleted()).isTrue();
    }

    @Test
    void leavesNothingToWrite() {
      streams.complete();

      assertThatIllegalStateException()
          .isThrownBy(() -> streams.write(warning("late")))
          .withMessage(
              "add: stream WARNING is completed and takes nothing more; add before complete() is"
                  + " called, or to a new one");
      assertThat(streams.all()).isEmpty();
    }

    @Test
    void ofOneStreamEndsThatOneOnly() {
      streams.warning().complete();
      streams.output().add(1);

      assertThatIllegalStateException().isThrownBy(() -> streams.write(warning("late")));
      assertThat(streams.all().snapshot()).containsExactly(new StreamItem(StreamName.OUTPUT, 1));
      assertThat(streams.all().isCompleted()).isFalse();
    }
  }

  @Nested
  class Views {

    @Test
    void areTheSameEachTime() {
      assertThat(streams.output()).isSameAs(streams.output());
      assertThat(streams.all()).isSameAs(streams.all());
    }

    @Test
    void keepTheNewestOnlyIfAskedTo() {
      Streams last = Streams.keepingLast(2);

      for (String text : List.of("a", "b", "c")) {
        last.warning().add(text);
      }
      last.output().add(1);

      assertThat(last.warning().snapshot()).containsExactly("b", "c");
      assertThat(last.warning().dropped()).isEqualTo(1);
      assertThat(last.all().snapshot())
          .containsExactly(warning("c"), new StreamItem(StreamName.OUTPUT, 1));
    }

    @Test
    void toKeepNothingAreRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Streams.keepingLast(0))
          .withMessage("keepingLast: there is no room for any item in 0; give 1 or more");
    }

    @Test
    void haveNames() {
      streams.warning().add("a");

      assertThat(streams.warning()).hasToString("stream WARNING: 1 item");
      assertThat(streams).hasToString("all streams: 1 item");
    }
  }
}
