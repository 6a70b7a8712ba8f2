package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runspaces.stream.StreamItem;
import dev.runspaces.stream.StreamName;
import dev.runspaces.stream.Streams;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an invocation has written, whenever somebody asks for its streams. */
@Timeout(60)
class InvocationStreamsTest {
  private static final int ITEMS = 50;

  private final InvocationStreams written = new InvocationStreams();

  private void output(Object value) {
    written.write(new StreamItem(StreamName.OUTPUT, value));
  }

  @Test
  void isNotMadeIntoStreamsAsLongAsNobodyAsks() {
    output(1);
    written.write(new StreamItem(StreamName.WARNING, "careful"));
    output(2);
    written.complete();

    assertThat(written.output()).containsExactly(1, 2);
    assertThat(written.streamsIfMade()).isNull();
  }

  @Test
  void isThereInItsOrderWhenSomebodyAsks() {
    output(1);
    written.write(new StreamItem(StreamName.WARNING, "careful"));
    Streams streams = written.streams();
    output(2);

    assertThat(streams.all().snapshot())
        .extracting(StreamItem::value)
        .containsExactly(1, "careful", 2);
    assertThat(streams.output().snapshot()).containsExactly(1, 2);
    assertThat(written.output()).containsExactly(1, 2);
    assertThat(written.streams()).isSameAs(streams);
  }

  @Test
  void isCompleteWhenSomebodyAsksAfterTheEnd() {
    output(1);
    written.complete();

    assertThat(written.streams().output().readAll()).containsExactly(1);
    assertThat(written.streams().output().isCompleted()).isTrue();
  }

  @Test
  void takesNothingMoreAfterTheEndWhetherSomebodyHasAskedOrNot() {
    written.complete();

    assertThatIllegalStateException()
        .isThrownBy(() -> output("late"))
        .withMessageContaining("OUTPUT is completed and takes nothing more");
    assertThat(written.output()).isEmpty();
  }

  @Test
  void losesNothingAndKeepsItsOrderWhenSomebodyAsksInTheMidstOfIt() throws Exception {
    List<Object> expected = IntStream.range(0, ITEMS).<Object>mapToObj(i -> i).toList();
    try (Runspace runspace = Runspaces.open("writer")) {
      for (int round = 0; round < 1_000; round++) {
        Invocation<?> invocation =
            runspace.begin(Script.action(context -> expected.forEach(context::write)));
        for (int wait = 0; wait < round; wait++) {
          Thread.onSpinWait();
        }

        assertThat(invocation.streams().output().consuming()).containsExactlyElementsOf(expected);
        assertThat(invocation.streams().all().snapshot())
            .extracting(StreamItem::value)
            .isEqualTo(expected);
      }
    }
  }
}
