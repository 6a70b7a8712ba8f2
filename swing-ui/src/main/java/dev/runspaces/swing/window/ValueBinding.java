package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.component.BindingUse.Purpose;
import dev.runspaces.swing.component.BoundValue;
import dev.runspaces.swing.component.ComponentValue;
import dev.runspaces.swing.edt.Edt;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a component and its model equal. Edits go to the model in the runspace, one after the
 * other; what the model has then, or changes by itself, comes back, unless the user has gone on
 * meanwhile: an answer that is older than the last edit is not shown. What the model does not take
 * stays on the screen, for its user to mend, and is marked.
 */
final class ValueBinding implements Bindings.Tie {
  private final BindingUse use;
  private final ComponentValue value;
  private final Model model;
  private final Runspace runspace;
  private final Refusals refusals;

  /** How many edits there were; counted on the EDT. */
  private final AtomicInteger edits = new AtomicInteger();

  /** The number of the last edit that the model has; edits may be made within others. */
  private final AtomicInteger applied = new AtomicInteger();

  /** Whether it is on the screen no more. */
  private volatile boolean ended;

  /** What was shown last. On the EDT. */
  private @Nullable Object last;

  ValueBinding(BoundValue bound, Model model, Bindings.Showing showing) {
    this.use = bound.use();
    this.value = bound.value();
    this.model = model;
    this.runspace = showing.runspace();
    this.refusals = showing.refusals();
  }

  /** Starts with a value of the model. On the EDT. */
  void start(@Nullable Object initial, EventOutlet outlet) {
    if (initial == null) {
      boolean unused = value.setNone(); // if not, it begins with what the layout says
    } else {
      show(initial);
    }
    if (use.purpose() != Purpose.EDIT) {
      return;
    }
    if (model.takesNone(use)) {
      value.allowNone();
    }
    value.onEdit(
        () -> {
          if (!ended) {
            edits.incrementAndGet();
            outlet.tellSoon(this, () -> applyLater(outlet));
          }
        });
  }

  private void applyLater(EventOutlet outlet) {
    int edit = edits.get();
    Object edited = value.isNone() ? null : value.get();
    if (edited == null || use.type().isInstance(edited)) {
      outlet.edit(use.attribute().value(), this, () -> apply(edit, edited));
    } else {
      applied(edit); // it was chosen, and then another of its group: that one tells of it
    }
  }

  @Override
  public boolean isOf(Model other, String property) {
    return model == other && use.property().equalsIgnoreCase(property);
  }

  @Override
  public boolean isAfter(Bindings.Tie other) {
    return use.purpose() == Purpose.EDIT
        && other instanceof ValueBinding shown
        && shown.use.purpose() == Purpose.SHOW
        && shown.value.isOfSame(value);
  }

  /** In the runspace. */
  private void apply(int edit, @Nullable Object edited) throws Exception {
    try {
      if (edited != null || model.takesNone(use)) {
        model.set(use, edited);
      }
    } catch (Exception | Error refusal) {
      Edt.run(() -> refused(edit, refusal));
      throw refusal;
    } finally {
      applied(edit);
    }
    refresh(); // it may have made something else of it, or have what cannot be taken away
  }

  private void refused(int edit, Throwable refusal) {
    if (edits.get() == edit && !ended) { // else the user has gone on, and that is taken or not
      refusals.add(this, value, use.attribute().value(), refusal);
    }
  }

  private void applied(int edit) {
    applied.accumulateAndGet(edit, Math::max);
  }

  @Override
  public void refresh() {
    int asOf = applied.get();
    try {
      Object now = Bindings.read(model, use);
      Edt.run(
          () -> {
            if (edits.get() == asOf && !ended) {
              refusals.remove(this);
              show(now);
            }
          });
    } catch (Exception failure) {
      runspace.events().raiseError(failure);
    }
  }

  /** What was edited before that is still written. */
  @Override
  public void end() {
    ended = true;
    Edt.run(() -> refusals.remove(this));
  }

  /** What an item has is read again with all of its list: often nothing of it has changed. */
  @Override
  public void show(Bindings again) {
    Object now = again.read(use);
    if (edits.get() == applied.get() && !Objects.equals(now, last)) {
      refusals.remove(this);
      show(now);
    }
  }

  private void show(@Nullable Object now) {
    last = now;
    if (now == null) {
      if (!value.setNone()) {
        raise(
            new IllegalArgumentException(
                placed("is null, but <" + use.tag() + "> always has a value")));
      }
    } else if (use.type().isInstance(now)) {
      set(now);
    } else {
      raise(
          new ClassCastException(
              placed(
                  "has the type "
                      + now.getClass().getSimpleName()
                      + ", but "
                      + use.attribute().name()
                      + " of <"
                      + use.tag()
                      + "> takes the type "
                      + use.type().getSimpleName())));
    }
  }

  /** Says it of the value, with its place in the layout. */
  private String placed(String what) {
    return use.attribute().valueLocation() + ": " + use.attribute().value() + " " + what;
  }

  private void raise(RuntimeException error) {
    runspace.events().raiseError(error);
  }

  private void set(Object shown) {
    try {
      value.set(shown);
    } catch (IllegalArgumentException unfit) {
      raise(new IllegalArgumentException(placed("cannot be shown: " + unfit.getMessage()), unfit));
    } catch (RuntimeException refusal) { // by a setter of the program's
      raise(new IllegalArgumentException(placed("cannot be shown: " + refusal), refusal));
    }
  }
}
