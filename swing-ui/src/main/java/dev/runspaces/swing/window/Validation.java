package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentValue;
import dev.runspaces.swing.edt.Edt;
import java.awt.Component;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.plaf.basic.BasicHTML;
import org.jspecify.annotations.Nullable;

/** A component whose value is checked, and the mark that tells of it. For the EDT. */
final class Validation {
  private static final String OUTLINE = "JComponent.outline"; // FlatLaf's

  private final ComponentValue value;
  private final Validator<Object> validator;
  private final @Nullable String toolTip;
  private final @Nullable String description;

  /** How many edits there were. */
  private int edits;

  private boolean ended;

  Validation(ComponentValue value, Validator<Object> validator) {
    this.value = value;
    this.validator = validator;
    this.toolTip = value.component().getToolTipText();
    this.description = value.component().getAccessibleContext().getAccessibleDescription();
  }

  /** Checks after each edit, in the runspace. */
  Validation start(EventOutlet outlet, String name) {
    value.onEdit(
        () -> {
          if (ended) {
            return;
          }
          int edit = ++edits;
          Object edited = value.get();
          outlet.run(
              "#validate " + name,
              () -> {
                Optional<String> problem = validator.problemOf(edited);
                Edt.run(() -> markIfLast(edit, problem));
              });
        });
    return this;
  }

  /** Has another component checked that has come into the place of this one. */
  Validation on(ComponentValue successor) {
    return new Validation(successor, validator);
  }

  /** Takes the mark away, and is followed by no other. */
  void end() {
    mark(null);
    ended = true;
  }

  Component component() {
    return value.component();
  }

  Class<?> type() {
    return value.type();
  }

  /** What a component shows, and the number of its last edit. */
  record Shown(Object value, int edit) {}

  Shown shown() {
    return new Shown(value.get(), edits);
  }

  /** Checks now, and shows the mark. On the calling thread. */
  Optional<String> check(Shown shown) {
    Optional<String> problem = validator.problemOf(shown.value);
    Edt.run(() -> markIfLast(shown.edit, problem));
    return problem;
  }

  private void markIfLast(int edit, Optional<String> problem) {
    if (edits == edit && !ended) { // else the user has gone on, and that is checked too
      mark(problem.map(Validation::plain).orElse(null));
    }
  }

  private void mark(@Nullable String said) {
    JComponent component = value.component();
    component.putClientProperty(OUTLINE, said == null ? null : "error");
    component.setToolTipText(said == null ? toolTip : said);
    component.getAccessibleContext().setAccessibleDescription(said == null ? description : said);
  }

  /** It may begin with what the user has typed, and must not become HTML. */
  private static String plain(String text) {
    return BasicHTML.isHTMLString(text) ? " " + text : text;
  }
}
