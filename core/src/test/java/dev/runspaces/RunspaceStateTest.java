package dev.runspaces;

import static dev.runspaces.RunspaceState.BEFORE_OPEN;
import static dev.runspaces.RunspaceState.BROKEN;
import static dev.runspaces.RunspaceState.CLOSED;
import static dev.runspaces.RunspaceState.CLOSING;
import static dev.runspaces.RunspaceState.OPENED;
import static dev.runspaces.RunspaceState.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(10)
class RunspaceStateTest {

  private static Set<RunspaceState> legalAfter(RunspaceState from) {
    return switch (from) {
      case BEFORE_OPEN -> Set.of(OPENING, CLOSING);
      case OPENING -> Set.of(OPENED, CLOSING, BROKEN);
      case OPENED -> Set.of(CLOSING);
      case CLOSING -> Set.of(CLOSED);
      case CLOSED, BROKEN -> Set.of();
    };
  }

  @ParameterizedTest
  @EnumSource
  void becomesWhatTheTableSaysAndNothingElse(RunspaceState from) {
    assertThat(RunspaceState.values())
        .filteredOn(from::canBecome)
        .containsExactlyInAnyOrderElementsOf(legalAfter(from));
  }

  @ParameterizedTest
  @EnumSource
  void isFinalWhereNothingFollows(RunspaceState state) {
    assertThat(state.isFinal()).isEqualTo(legalAfter(state).isEmpty());
  }

  @Test
  void endsClosedOrBroken() {
    assertThat(RunspaceState.values())
        .filteredOn(RunspaceState::isFinal)
        .containsExactly(CLOSED, BROKEN);
  }
}
