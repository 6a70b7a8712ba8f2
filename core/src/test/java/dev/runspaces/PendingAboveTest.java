package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where an event from below is pending: nowhere above a runspace in which it was heard. */
@Timeout(30)
class PendingAboveTest {
  private final Gate gate = new Gate();
  private final Runspace parent = Runspaces.open("parent");
  private final Runspace child = parent.open("child");

  @AfterEach
  void close() {
    gate.open();
    parent.close();
  }

  private void settle() throws InterruptedException {
    child.invoke(context -> "all delivered");
    parent.invoke(context -> "all delivered");
  }

  @Test
  void whatNobodyHasHeardIsPendingInBoth() throws Exception {
    Event raised = child.events().raise("Ready");
    settle();

    assertThat(child.events().pending()).containsExactly(raised);
    assertThat(parent.events().pending()).containsExactly(raised);
  }

  @Test
  void whatTheChildHasHeardIsNotPendingInTheParent() throws Exception {
    child.events().on("Ready", event -> {});
    child.events().raise("Ready");
    settle();

    assertThat(parent.events().pending()).isEmpty();
    assertThat(parent.events().removePending("Ready")).isZero();
    assertThat(parent.events().await("Ready", Duration.ZERO)).isEmpty();
  }

  @Test
  void whatTheChildHearsLaterDoesNotStayPendingInTheParent() throws Exception {
    child.events().on("Ready", event -> gate.pass());
    child.events().on(Integer.class, event -> {});
    child.events().raise("Ready");
    child.events().raise("Number", 1);
    assertThat(parent.events().pending()).hasSize(2);

    gate.open();
    settle();

    assertThat(parent.events().pending()).isEmpty();
  }

  @Test
  void whatSomebodyInTheChildHasWaitedForIsNotPendingInTheParent() throws Exception {
    child.events().raise("Ready");

    assertThat(child.events().await("Ready", Duration.ZERO)).isPresent();
    assertThat(parent.events().pending()).isEmpty();
  }

  @Test
  void oneWhoListensToEverythingInTheChildTakesNothingAway() throws Exception {
    child.events().on(Event.class, event -> {});
    child.events().on(Object.class, event -> {});
    child.events().raise("Ready", "argument");
    settle();

    assertThat(parent.events().pending()).hasSize(1);
  }

  @Test
  void whatTheParentHasHeardIsStillPendingInTheChild() throws Exception {
    parent.events().on("Ready", event -> {});
    child.events().raise("Ready");
    settle();

    assertThat(child.events().pending()).hasSize(1);
    assertThat(parent.events().pending()).isEmpty();
  }

  @Test
  void whatTheParentHasHeardMakesRoomInTheChildWithoutAWarning() throws Exception {
    try (LogTrap log = LogTrap.on("dev.runspaces.event")) {
      parent.events().on("Click", event -> {});
      Event unheard = child.events().raise("Unheard");
      for (int click = 0; click < 2 * EventManager.PENDING_LIMIT; click++) {
        child.events().raise("Click");
        if (click % 100 == 0) {
          settle();
        }
      }

      assertThat(child.events().pending())
          .hasSizeLessThanOrEqualTo(EventManager.PENDING_LIMIT)
          .startsWith(unheard);
      assertThat(log.texts()).isEmpty();
    }
  }

  @Test
  void whatIsForwardedIsPendingAboveUnlessSomebodyBelowHasHeardIt() throws Exception {
    Runspace grandchild = child.open("grandchild");
    child.events().forward("*");
    child.events().on("HeardBetween", event -> {});
    grandchild.events().raise("HeardBetween");
    Event unheard = grandchild.events().raise("Unheard");
    settle();

    assertThat(parent.events().pending()).containsExactly(unheard);
    assertThat(grandchild.events().pending()).hasSize(2);
  }
}
