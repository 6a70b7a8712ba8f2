package dev.runspaces.swing.window;

import dev.runspaces.swing.component.Template;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.ModelProblems;
import java.util.List;

/** How many elements may still be repeated, so that no list fills the memory. For one thread. */
final class Budget {
  private final int most;
  private int taken;

  /** Makes one of which something is taken: by what is shown already. */
  Budget(int most, int taken) {
    this.most = most;
    this.taken = taken;
  }

  /**
   * Takes what one item needs.
   *
   * @throws LayoutException if there is not so much
   */
  void take(Template template) {
    taken += costOf(template);
    if (taken > most) {
      throw new LayoutException(
          List.of(ModelProblems.tooManyItems(template.items().attribute(), most)));
    }
  }

  /** Returns what one item needs, without those that are repeated in it. */
  static int costOf(Template template) {
    return Math.max(1, template.size());
  }
}
