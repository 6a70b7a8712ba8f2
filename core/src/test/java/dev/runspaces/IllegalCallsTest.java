package dev.runspaces;

import static dev.runspaces.RunspaceState.BEFORE_OPEN;
import static dev.runspaces.RunspaceState.BROKEN;
import static dev.runspaces.RunspaceState.OPENED;
import static dev.runspaces.RunspaceState.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every illegal call fails at once, with the state, the one expected, and what would help. */
@Timeout(30)
class IllegalCallsTest {
  private final int countBefore = Runspaces.count();
  private final Gate gate = new Gate();

  @AfterEach
  void everythingIsClosed() {
    gate.open();
    Runspaces.all().forEach(Runspace::close);
    assertThat(Runspaces.count()).isEqualTo(countBefore);
  }

  @Test
  void workBeforeOpenIsRefused() {
    Runspace created = Runspaces.builder("later").create();

    assertThatExceptionOfType(InvalidRunspaceStateException.class)
        .isThrownBy(() -> created.begin(context -> 1))
        .withMessage("begin: runspace \"later\" is BEFORE_OPEN, expected OPENED; call open() first")
        .extracting(InvalidRunspaceStateException::state)
        .isEqualTo(BEFORE_OPEN);
  }

  @Test
  void raisingBeforeOpenIsRefused() {
    Runspace created = Runspaces.builder("later").create();
    created.events().on("Ready", event -> {}); // listening is allowed: it should miss nothing

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> created.events().raise("Ready"))
        .withMessage(
            "raising \"Ready\" was refused: runspace \"later\" is not open yet; call open() first");
  }

  @Test
  void workWhileOpeningIsRefused() {
    List<String> refusals = new ArrayList<>();
    Runspace created = Runspaces.builder("later").create();
    created.onStateChanged(
        change -> {
          if (change.to() == OPENING) {
            refusals.add(
                catchThrowableOfType(
                        InvalidRunspaceStateException.class, () -> created.begin(context -> 1))
                    .getMessage());
          }
        });

    created.open();

    assertThat(refusals)
        .containsExactly(
            "begin: runspace \"later\" is OPENING, expected OPENED; wait until open() has"
                + " returned");
  }

  @Test
  void workAfterCloseIsRefused() {
    Runspace closed = Runspaces.open("gone");
    closed.close();

    assertThatExceptionOfType(InvalidRunspaceStateException.class)
        .isThrownBy(() -> closed.invoke(context -> 1))
        .withMessage(
            "begin: runspace \"gone\" is CLOSED, expected OPENED; open another with"
                + " Runspaces.open(\"gone\")");
  }

  @Test
  void openingTwiceIsRefusedAndHarmless() {
    try (Runspace worker = Runspaces.open("worker")) {
      assertThatExceptionOfType(InvalidRunspaceStateException.class)
          .isThrownBy(worker::open)
          .withMessage(
              "open: runspace \"worker\" is OPENED, expected BEFORE_OPEN; open another with"
                  + " Runspaces.open(\"worker\")");
      assertThat(worker.state()).isEqualTo(OPENED);
    }
  }

  @Test
  void openingAfterCloseIsRefused() {
    Runspace created = Runspaces.builder("later").create();
    created.close();

    assertThatExceptionOfType(InvalidRunspaceStateException.class)
        .isThrownBy(created::open)
        .withMessageStartingWith("open: runspace \"later\" is CLOSED, expected BEFORE_OPEN");
  }

  @Test
  void aChildOfAClosedParentIsRefusedAndBroken() {
    Runspace parent = Runspaces.open("parent");
    parent.close();
    Runspace child = parent.builder("child").create();

    assertThatExceptionOfType(InvalidRunspaceStateException.class)
        .isThrownBy(child::open)
        .withMessage(
            "open(\"child\"): runspace \"parent\" is CLOSED, expected OPENED; open it in an open"
                + " runspace");
    assertThat(child.state()).isEqualTo(BROKEN);
    assertThat(child.failure()).containsInstanceOf(InvalidRunspaceStateException.class);
  }

  @Test
  void owningAfterCloseIsRefusedAndTheResourceStaysOpen() {
    Runspace closed = Runspaces.open("gone");
    closed.close();

    assertThatExceptionOfType(InvalidRunspaceStateException.class)
        .isThrownBy(() -> closed.own(gate::open))
        .withMessage(
            "own: runspace \"gone\" is CLOSED, expected OPENED; close the resource where it was"
                + " made");
    assertThat(gate.isOpen()).isFalse();
  }
}
