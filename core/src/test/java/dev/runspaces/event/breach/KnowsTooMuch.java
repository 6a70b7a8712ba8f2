package dev.runspaces.event.breach;

import com.google.common.eventbus.EventBus;
import dev.runspaces.Runspace;
import dev.runspaces.event.breach.inner.PointsBack;

/**
 * Breaks every rule of the architecture on purpose, so that a test can show that the rules bite.
 * Its package has no package-info, and so is not null-marked either.
 */
public class KnowsTooMuch {
  private final EventBus bus;
  private final PointsBack friend = new PointsBack();

  public KnowsTooMuch(Runspace runspace) {
    bus = runspace.bus();
  }

  public void repeat(boolean loudly) {
    System.out.println(loudly);
  }

  void complain(Exception failure) {
    System.out.println(friend.describe(this) + bus);
    failure.printStackTrace();
  }
}
