package dev.runspaces.eventbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes from one place, and is done in its order by whoever is at work. */
class InOrderTest {
  private final Object here = new Object();
  private final InOrder order = new InOrder();
  private final List<String> log = new ArrayList<>();

  private void run(Object place, Runnable something) {
    order.run(place, () -> true, something);
  }

  @Test
  void whatComesInTheMidstOfAnotherIsDoneAfterIt() {
    run(
        here,
        () -> {
          run(here, () -> log.add("second"));
          log.add("first");
        });

    assertThat(log).containsExactly("first", "second");
  }

  @Test
  void whatComesFromElsewhereWaitsForNobody() {
    run(
        here,
        () -> {
          run(new Object(), () -> log.add("from elsewhere"));
          log.add("from here");
        });

    assertThat(log).containsExactly("from elsewhere", "from here");
  }

  @Test
  void whatIsNotWantedIsNotDone() {
    order.run(here, () -> false, () -> log.add("unwanted"));
    run(here, () -> log.add("wanted"));

    assertThat(log).containsExactly("wanted");
  }

  @Test
  void whatFailsKeepsNothingElseFromBeingDoneAndIsThrownInTheEnd() {
    assertThatThrownBy(
            () ->
                run(
                    here,
                    () -> {
                      run(here, () -> log.add("second"));
                      run(here, () -> fail("third"));
                      run(here, () -> log.add("fourth"));
                      fail("first");
                    }))
        .hasMessage("first")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed()).singleElement().asString().endsWith("third"));

    run(here, () -> log.add("and goes on"));
    assertThat(log).containsExactly("second", "fourth", "and goes on");
  }

  private static void fail(String what) {
    throw new IllegalStateException(what);
  }
}
