package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.ComponentValue;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.swing.JComponent;

/**
 * The edits in one window that their models have not taken: what is on the screen is then not what
 * the model has, and is marked until it is. For the EDT.
 */
final class Refusals {
  private final Map<ValueBinding, Refusal> refusals = new HashMap<>();

  /** What a component shows that its model has not, why, and what it is bound to. */
  private record Refusal(ComponentValue value, Object shown, String problem, String binding) {
    Mark mark() {
      return Mark.of(value.component());
    }

    /**
     * One of a group of buttons may have been chosen instead: it is the same model's, and right.
     */
    boolean isShown() {
      return shown.equals(value.get());
    }
  }

  /** Marks what a model has not taken. */
  void add(ValueBinding by, ComponentValue value, String binding, Throwable cause) {
    var refusal = new Refusal(value, value.get(), sentence(cause), binding);
    refusals.put(by, refusal);
    refusal.mark().show(Mark.Reason.REFUSED, refusal.problem);
  }

  /** The exceptions of programs mostly say what is wrong; those without a message what they are. */
  private static String sentence(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.toString() : message;
  }

  /** Takes the mark away where a component and its model are equal again, or it is gone. */
  void remove(ValueBinding by) {
    if (!refusals.isEmpty()) {
      Iterator<Map.Entry<ValueBinding, Refusal>> all = refusals.entrySet().iterator();
      while (all.hasNext()) {
        Map.Entry<ValueBinding, Refusal> entry = all.next();
        if (entry.getKey() == by || !entry.getValue().isShown()) {
          entry.getValue().mark().clear(Mark.Reason.REFUSED);
          all.remove();
        }
      }
    }
  }

  /** Tells what there is, by the names of the components; one without a name is its binding. */
  Map<String, String> byNames(ComponentTree tree) {
    var problems = new HashMap<String, String>();
    for (Refusal refusal : refusals.values()) {
      JComponent component = refusal.value.component();
      String name =
          tree.names().stream()
              .filter(known -> tree.has(known, component))
              .findFirst()
              .orElse(refusal.binding);
      problems.put(name, refusal.problem);
    }
    return problems;
  }
}
