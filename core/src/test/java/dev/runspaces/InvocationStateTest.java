package dev.runspaces;

import static dev.runspaces.InvocationState.COMPLETED;
import static dev.runspaces.InvocationState.FAILED;
import static dev.runspaces.InvocationState.RUNNING;
import static dev.runspaces.InvocationState.STOPPED;
import static dev.runspaces.InvocationState.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(10)
class InvocationStateTest {

  private static Set<InvocationState> legalAfter(InvocationState from) {
    return switch (from) {
      case NOT_STARTED -> Set.of(RUNNING, STOPPED);
      case RUNNING -> Set.of(STOPPING, COMPLETED, FAILED);
      case STOPPING -> Set.of(STOPPED, COMPLETED);
      case STOPPED, COMPLETED, FAILED -> Set.of();
    };
  }

  @ParameterizedTest
  @EnumSource
  void becomesWhatTheTableSaysAndNothingElse(InvocationState from) {
    assertThat(InvocationState.values())
        .filteredOn(from::canBecome)
        .containsExactlyInAnyOrderElementsOf(legalAfter(from));
  }

  @ParameterizedTest
  @EnumSource
  void isFinalWhereNothingFollows(InvocationState state) {
    assertThat(state.isFinal()).isEqualTo(legalAfter(state).isEmpty());
  }

  @Test
  void endsStoppedCompletedOrFailed() {
    assertThat(InvocationState.values())
        .filteredOn(InvocationState::isFinal)
        .containsExactly(STOPPED, COMPLETED, FAILED);
  }
}
