package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentValue;
import dev.runspaces.swing.edt.Edt;
import java.awt.Component;
import java.util.Optional;

/** A component whose value is checked, and the mark that tells of it. For the EDT. */
final class Validation {
  private final ComponentValue value;
  private final Validator<Object> validator;
  private final Mark mark;

  /** How many edits there were, and other values to show after the first. */
  private int edits;

  private boolean ended;

  Validation(ComponentValue value, Validator<Object> validator) {
    this.value = value;
    this.validator = validator;
    this.mark = Mark.of(value.component());
  }

  /** Checks after each edit, and what the model has instead then; in the runspace. */
  Validation start(EventOutlet outlet, String name) {
    value.onEdit(
        () -> {
          if (ended) {
            return;
          }
          edits++;
          outlet.tellSoon(this, () -> checkLater(outlet, name));
        });
    value.onShown(
        () -> {
          // What is shown first is not marked before somebody has edited it.
          if (!ended && (edits > 0 || mark.isShown(Mark.Reason.WRONG))) {
            edits++;
            outlet.tellSoon(this, () -> checkLater(outlet, name));
          }
        });
    return this;
  }

  private void checkLater(EventOutlet outlet, String name) {
    Shown edited = shown();
    outlet.run(
        "#validate " + name,
        this,
        () -> {
          Optional<String> problem = problemOf(edited);
          Edt.run(() -> markIfLast(edited.edit, problem));
        });
  }

  /** Has another component checked that has come into the place of this one. */
  Validation on(ComponentValue successor) {
    return new Validation(successor, validator);
  }

  /** Takes the mark away, and is followed by no other. */
  void end() {
    mark.clear(Mark.Reason.WRONG);
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
    Optional<String> problem = problemOf(shown);
    Edt.run(() -> markIfLast(shown.edit, problem));
    return problem;
  }

  /** Where there is no number there is nothing to check. */
  private Optional<String> problemOf(Shown shown) {
    return type().isInstance(shown.value) ? validator.problemOf(shown.value) : Optional.empty();
  }

  private void markIfLast(int edit, Optional<String> problem) {
    if (edits == edit && !ended) { // else the user has gone on, and that is checked too
      problem.ifPresentOrElse(
          wrong -> mark.show(Mark.Reason.WRONG, wrong), () -> mark.clear(Mark.Reason.WRONG));
    }
  }
}
