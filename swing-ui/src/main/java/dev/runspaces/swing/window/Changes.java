package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.window.Bindings.Tie;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hears of the changes of some models, from before they are read: what changes until the components
 * are there is then read again. Models may tell on any thread; they are read in the runspace.
 */
final class Changes implements Registration {
  private final Runspace runspace;

  /** All are guarded by this. */
  private final IdentityHashMap<Model, Registration> listening = new IdentityHashMap<>();

  private final Set<Change> due = new LinkedHashSet<>();
  private List<Tie> ties = List.of();
  private @Nullable EventOutlet outlet;

  private boolean closed;

  Changes(Runspace runspace) {
    this.runspace = runspace;
  }

  private record Change(Model model, String property) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Change change
          && change.model == model
          && change.property.equals(property);
    }

    /** Not that of the model, which may be a map of anything. */
    @Override
    public int hashCode() {
      return System.identityHashCode(model) + property.hashCode();
    }
  }

  /** Listens to a model, if that is not done yet. */
  void listenTo(Model model) {
    synchronized (this) {
      if (listening.containsKey(model)) {
        return;
      }
    }
    Registration listener = model.onChange(property -> changed(model, property));
    synchronized (this) {
      listening.put(model, listener);
    }
  }

  /** Has components follow, and has them shown anew what has changed meanwhile. On the EDT. */
  void tell(List<Tie> followers, EventOutlet through) {
    synchronized (this) {
      ties = List.copyOf(followers);
      outlet = through;
      if (due.isEmpty()) {
        return;
      }
    }
    through.run("#refresh", this, this::refresh);
  }

  /** Tells whether something has changed that nobody has looked at yet. On any thread. */
  synchronized boolean areDue() {
    return !due.isEmpty();
  }

  /** On any thread. Many changes at once are looked at together. */
  private void changed(Model model, String property) {
    EventOutlet through;
    synchronized (this) {
      boolean isAskedFor = !due.isEmpty();
      due.add(new Change(model, property));
      through = outlet;
      if (isAskedFor || through == null || closed) {
        return;
      }
    }
    if (Runspaces.current().filter(runspace::equals).isPresent()) {
      refresh();
    } else {
      through.run("#refresh", this, this::refresh);
    }
  }

  /** In the runspace. */
  private void refresh() {
    List<Change> now;
    List<Tie> all;
    synchronized (this) {
      now = List.copyOf(due);
      due.clear();
      all = closed ? List.of() : ties;
    }
    var changed = new ArrayList<Tie>();
    for (Tie tie : all) {
      boolean isDue =
          now.stream().anyMatch(change -> tie.isOf(change.model, change.property))
              || changed.stream().anyMatch(tie::isAfter);
      if (isDue) {
        changed.add(tie);
      }
    }
    changed.forEach(Tie::refresh);
  }

  @Override
  public void close() {
    List<Registration> now;
    synchronized (this) {
      closed = true;
      now = List.copyOf(listening.values());
      listening.clear();
    }
    closeAll(now);
  }

  /** A model that keeps its listener is no reason for the others to keep theirs. */
  private static void closeAll(List<Registration> registrations) {
    RuntimeException first = null;
    for (Registration registration : registrations) {
      try {
        registration.close();
      } catch (RuntimeException failure) {
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
