package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a run over items ends before it has done everything. */
@Timeout(30)
class ForEachEndTest {
  private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final IOException failure = new IOException("no disk");
  private final RunspacePool pool = Runspaces.pool("items").maximum(3).open();

  @AfterEach
  void close() {
    gate.open();
    pool.close();
  }

  /** 0, 1, 2 and so on, without end; notes what is read. */
  private Iterator<Integer> numbers() {
    return Stream.iterate(0, n -> n + 1).peek(log::add).iterator();
  }

  @Nested
  class ByDefaultTheFirstFailure {

    @Test
    void endsAllAndIsThrown() {
      assertThatThrownBy(
              () ->
                  pool.forEach(
                      HUNDRED,
                      (item, context) -> {
                        if (item == 7) {
                          throw failure;
                        }
                        return item;
                      }))
          .isInstanceOf(InvocationFailedException.class)
          .hasMessage("the script failed for 7: java.io.IOException: no disk")
          .hasCause(failure);
    }

    @Test
    void stopsWhatRunsAndBeginsNoMore() throws Exception {
      var started = new Gate();
      ForEachResult<Integer, Integer> result =
          pool.<Integer>each(ForEachEndTest.this::numbers)
              .run(
                  (item, context) -> {
                    if (item == 0) {
                      started.open();
                      gate.pass();
                    }
                    started.pass();
                    if (item == 5) {
                      throw failure;
                    }
                    return item;
                  });

      assertThat(result.outcomes())
          .filteredOn(each -> each.item() == 0)
          .extracting(each -> each.outcome().state())
          .containsExactly(InvocationState.STOPPED);
      assertThat(result.failures()).extracting(ItemOutcome::item).containsExactly(5);
      assertThat(result.outcomes()).hasSameSizeAs(log);
      assertThat(result.timedOut()).isFalse();
    }

    @Test
    void isNoUncaughtError() throws Exception {
      try (LogTrap trap = LogTrap.on("dev.runspaces")) {
        pool.each(List.of(1))
            .run(
                (item, context) -> {
                  throw failure;
                });
        pool.close();

        assertThat(trap.texts()).isEmpty();
      }
    }
  }

  @Nested
  class ToldToContinue {

    @Test
    void itRunsAllItemsAndListsTheFailures() throws Exception {
      ForEachResult<Integer, Integer> result =
          pool.each(HUNDRED)
              .onError(ErrorPolicy.CONTINUE)
              .run(
                  (item, context) -> {
                    if (item % 10 == 0) {
                      throw new IllegalStateException("item " + item);
                    }
                    return item;
                  });

      assertThat(result.outcomes()).extracting(ItemOutcome::item).isEqualTo(HUNDRED);
      assertThat(result.failures())
          .extracting(ItemOutcome::item)
          .containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
      assertThatThrownBy(result::values)
          .isInstanceOf(InvocationFailedException.class)
          .hasRootCauseMessage("item 0")
          .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(9));
    }
  }

  @Nested
  class ATimeOut {

    @Test
    void stopsWhatRunsAndBeginsNoMore() throws Exception {
      ForEachResult<Integer, Object> result =
          pool.<Integer>each(ForEachEndTest.this::numbers)
              .timeout(Duration.ofMillis(100))
              .run(
                  (item, context) -> {
                    if (item > 10) {
                      gate.pass();
                    }
                    return item;
                  });

      assertThat(result.timedOut()).isTrue();
      assertThat(result.outcomes())
          .extracting(each -> each.outcome().state())
          .contains(InvocationState.STOPPED);
      assertThatExceptionOfType(InvocationStoppedException.class).isThrownBy(result::values);
    }

    @Test
    void endsARunThatWouldNeverEndByItself() throws Exception {
      try (RunspacePool inPlace =
          Runspaces.pool("in place")
              .maximum(1)
              .members(m -> m.threads(dev.runspaces.thread.ThreadPolicy.CURRENT))
              .open()) {
        ForEachResult<Integer, Integer> result =
            inPlace
                .<Integer>each(ForEachEndTest.this::numbers)
                .timeout(Duration.ofMillis(50))
                .run((item, context) -> item);

        assertThat(result.timedOut()).isTrue();
        assertThatExceptionOfType(InvocationStoppedException.class)
            .isThrownBy(result::values)
            .withMessage("the script was stopped for those that were not begun in time");
      }
    }

    @Test
    void thatIsLongEnoughIsNotNoticed() throws Exception {
      ForEachResult<Integer, Integer> result =
          pool.each(HUNDRED).timeout(Duration.ofSeconds(20)).run((item, context) -> item);

      assertThat(result.timedOut()).isFalse();
      assertThat(result.values()).isEqualTo(HUNDRED);
    }

    @Test
    void isNotNegative() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pool.each(HUNDRED).timeout(Duration.ofMillis(-1)))
          .withMessage("timeout(PT-0.001S): zero or more is needed");
    }
  }
}
