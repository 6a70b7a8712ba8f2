package dev.runspaces.swing.edt;

import java.time.Duration;
import java.util.List;

/**
 * The EDT does not answer: the window is frozen. The payload of an {@code EdtStalled} event, which
 * an {@link EdtWatchdog} raises once for each stall, while it lasts.
 *
 * @param thread the name of the EDT
 * @param lasting for how long it has not answered until now
 * @param stack what it is doing, the innermost call first; immutable, empty if it has just ended
 */
public record EdtStalled(String thread, Duration lasting, List<StackTraceElement> stack) {

  /**
   * Copies the stack.
   *
   * @param thread the name of the EDT
   * @param lasting for how long it has not answered until now
   * @param stack what it is doing
   */
  public EdtStalled {
    stack = List.copyOf(stack);
  }

  /** One line, and then the stack, one call per line. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("the EDT has not answered for ")
            .append(lasting.toMillis())
            .append(" ms; \"")
            .append(thread)
            .append("\" is at:");
    for (StackTraceElement call : stack) {
      text.append("\n  ").append(call);
    }
    return text.toString();
  }
}
