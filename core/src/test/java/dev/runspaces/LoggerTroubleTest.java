package dev.runspaces;

import static dev.runspaces.RunspaceState.CLOSED;
import static dev.runspaces.RunspaceState.CLOSING;
import static dev.runspaces.RunspaceState.OPENED;
import static dev.runspaces.RunspaceState.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.stream.DataCollection;
import dev.runspaces.worker.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program whose logger throws has lost its log, and nothing else. */
@Timeout(30)
class LoggerTroubleTest {
  private final LogTrap trap =
      LogTrap.throwing(new IllegalStateException("the disk is full"), "dev.runspaces");
  private final Gate gate = new Gate();

  @AfterEach
  void repair() {
    gate.open();
    trap.close();
  }

  @Test
  void changesOfStateAreToldAllTheSame() {
    List<RunspaceState> seen = new CopyOnWriteArrayList<>();
    Runspace worker = Runspaces.builder("worker").create();
    worker.onStateChanged(
        change -> {
          throw new IllegalArgumentException("a listener that fails");
        });
    worker.onStateChanged(change -> seen.add(change.to()));

    worker.open();
    worker.close();

    assertThat(seen).containsExactly(OPENING, OPENED, CLOSING, CLOSED);
    assertThat(trap.texts()).hasSize(4);
  }

  @Test
  void whoAddsToACollectionIsNotDisturbed() {
    var numbers = new DataCollection<Integer>();
    List<Integer> seen = new CopyOnWriteArrayList<>();
    numbers.onAdded(
        number -> {
          throw new IllegalArgumentException("a listener that fails");
        });
    numbers.onAdded(seen::add);

    numbers.add(1);
    numbers.add(2);

    assertThat(seen).containsExactly(1, 2);
  }

  @Test
  void aRunspaceWhoseScriptDoesNotStopIsClosed() throws Exception {
    Runspace worker = Runspaces.open("worker");
    var started = new Gate();
    worker.begin(
        Script.action(
            context -> {
              started.open();
              gate.passInSpiteOfInterrupts();
            }));
    started.pass();

    worker.close(Duration.ofMillis(50));

    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(trap.texts()).anyMatch(line -> line.contains("is left behind"));
  }

  @Test
  void aResourceThatThrowsAnErrorElsewhereIsReportedAndTheRunspaceIsClosed() throws Exception {
    Runspace worker = Runspaces.open("worker");
    worker.own(
        () -> {
          throw new StackOverflowError("of its own making");
        });

    worker.core().closing().closeElsewhere(Deadline.never()).get(10, TimeUnit.SECONDS);

    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(trap.lines())
        .flatMap(LogTrap.Line::thrown)
        .hasOnlyElementsOfType(RunspaceCloseException.class)
        .isNotEmpty();
  }
}
