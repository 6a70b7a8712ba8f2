package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentValue;
import dev.runspaces.swing.edt.Edt;
import java.awt.Component;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JComponent;
import javax.swing.plaf.basic.BasicHTML;
import org.jspecify.annotations.Nullable;

/** A component whose value is checked, and the mark that tells of it. */
final class Validation {
  private static final String OUTLINE = "JComponent.outline"; // FlatLaf's

  private final ComponentValue value;
  private final Validator<Object> validator;
  private final @Nullable String toolTip;
  private final @Nullable String description;

  /** How many edits there were; counted on the EDT. */
  private final AtomicInteger edits = new AtomicInteger();

  /** On the EDT. */
  Validation(ComponentValue value, Validator<Object> validator) {
    this.value = value;
    this.validator = validator;
    this.toolTip = value.component().getToolTipText();
    this.description = value.component().getAccessibleContext().getAccessibleDescription();
  }

  /** Checks after each edit, in the runspace. On the EDT. */
  void start(EventOutlet outlet, String name) {
    value.onEdit(
        () -> {
          int edit = edits.incrementAndGet();
          Object edited = value.get();
          outlet.run(
              "#validate " + name,
              () -> {
                Optional<String> problem = validator.problemOf(edited);
                Edt.run(() -> markIfLast(edit, problem));
              });
        });
  }

  Component component() {
    return value.component();
  }

  /** What a component shows, and the number of its last edit. */
  record Shown(Object value, int edit) {}

  /** On the EDT. */
  Shown shown() {
    return new Shown(value.get(), edits.get());
  }

  /** Checks now, and shows the mark. On the calling thread. */
  Optional<String> check(Shown shown) {
    Optional<String> problem = validator.problemOf(shown.value);
    Edt.run(() -> markIfLast(shown.edit, problem));
    return problem;
  }

  private void markIfLast(int edit, Optional<String> problem) {
    if (edits.get() != edit) {
      return; // the user has gone on, and that is checked too
    }
    JComponent component = value.component();
    String said = problem.map(Validation::plain).orElse(null);
    component.putClientProperty(OUTLINE, said == null ? null : "error");
    component.setToolTipText(said == null ? toolTip : said);
    component.getAccessibleContext().setAccessibleDescription(said == null ? description : said);
  }

  /** It may begin with what the user has typed, and must not become HTML. */
  private static String plain(String text) {
    return BasicHTML.isHTMLString(text) ? " " + text : text;
  }
}
