package dev.runspaces.swing.testkit;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.assertj.swing.edt.GuiActionRunnable;
import org.assertj.swing.edt.GuiActionRunner;

/** A test's way to the event dispatch thread; independent of the one that is under test. */
public final class OnEdt {

  private OnEdt() {}

  /**
   * Runs an action there and waits for its end.
   *
   * @param action what to do; what it throws is thrown here
   */
  public static void run(GuiActionRunnable action) {
    GuiActionRunner.execute(action);
  }

  /**
   * Fetches a value from there.
   *
   * @param <T> the type of the value
   * @param query never gives null; what it throws is thrown here
   * @return the value
   */
  public static <T> T call(Callable<T> query) {
    return Objects.requireNonNull(GuiActionRunner.execute(query));
  }
}
