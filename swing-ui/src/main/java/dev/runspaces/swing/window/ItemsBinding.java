package dev.runspaces.swing.window;

import dev.runspaces.swing.component.RepeatedItem;
import dev.runspaces.swing.component.Repeater;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.window.Bindings.Connected;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is repeated and its list equal: when the model says that the list has changed, it is
 * read anew. An item that is the same object as before, at the same place, keeps its components:
 * somebody may be typing there. All others are shown anew.
 */
final class ItemsBinding implements Bindings.Tie {
  private final Repeater repeater;
  private final Bindings around;
  private final Bindings.Showing showing;

  /** How often the list was read, so that an older one is not shown after a newer. */
  private final AtomicLong reads = new AtomicLong();

  /** The next two are for the EDT. */
  private long shown;

  private boolean ended;

  /** Changed on the EDT, as a whole. */
  private volatile List<Part> parts = List.of();

  ItemsBinding(Repeater repeater, Bindings around, Bindings.Showing showing) {
    this.repeater = repeater;
    this.around = around;
    this.showing = showing;
  }

  /** What is shown for an item. */
  private record Part(Bindings item, RepeatedItem built, Connected connected) {}

  /** Shows the first items. On the EDT. */
  void start(List<Bindings> items) {
    showing.outlet().quietly(() -> build(items, true));
  }

  /**
   * Shows other items; if that fails, those before stay.
   *
   * @param isNewest whether what was read is what the models have; if not, they are asked later
   */
  private void build(List<Bindings> items, boolean isNewest) {
    List<Part> before = parts;
    var now = new ArrayList<Part>(items.size());
    try {
      for (int index = 0; index < items.size(); index++) {
        Bindings item = items.get(index);
        boolean stays = index < before.size() && before.get(index).item.isOfSame(item);
        now.add(stays ? before.get(index) : partFor(index, item));
      }
    } catch (RuntimeException | Error refused) {
      without(before, now).forEach(this::close);
      throw refused;
    }
    showing.outlet().tellEdits(); // of what goes
    parts = List.copyOf(now);
    repeater.show(parts.stream().map(Part::built).toList());
    without(now, before).forEach(this::close);
    for (int index = 0; index < now.size(); index++) {
      if (isAt(index, now.get(index), before)) {
        showAgain(now.get(index), items.get(index), isNewest);
      }
    }
  }

  @Override
  public int repeatedBut(Bindings.@Nullable Tie list) {
    if (equals(list)) {
      return 0;
    }
    int each = Budget.costOf(repeater.template());
    return parts.stream().mapToInt(part -> each + part.connected.repeatedBut(list)).sum();
  }

  private Part partFor(int index, Bindings item) {
    RepeatedItem built = repeater.build(index);
    return new Part(item, built, item.connect(built.tree(), showing));
  }

  private void showAgain(Part part, Bindings again, boolean isNewest) {
    orRaise(isNewest ? () -> part.connected.show(again) : again::close);
  }

  /** A model of the program's may keep its listener. */
  private void close(Part part) {
    orRaise(part.connected::close);
  }

  /** What fails for one item is an error, and no reason to leave out the others. */
  private void orRaise(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException failure) {
      showing.runspace().events().raiseError(failure);
    }
  }

  /** Returns those of some that are not among others: who stays does so at his place. */
  private static List<Part> without(List<Part> others, List<Part> some) {
    var rest = new ArrayList<Part>();
    for (int index = 0; index < some.size(); index++) {
      if (!isAt(index, some.get(index), others)) {
        rest.add(some.get(index));
      }
    }
    return rest;
  }

  @SuppressWarnings("ReferenceEquality") // two parts are never equal
  private static boolean isAt(int index, Part part, List<Part> all) {
    return index < all.size() && all.get(index) == part;
  }

  @Override
  public boolean isOf(Model model, String property) {
    return around.model(repeater.template().items()) == model
        && repeater.template().items().property().equalsIgnoreCase(property);
  }

  @Override
  public void refresh() {
    long read = reads.incrementAndGet();
    long edits = showing.outlet().editsDone();
    int elsewhere = showing.repeatedBut().applyAsInt(this);
    try {
      List<Bindings> items = around.readItems(repeater.template(), elsewhere, showing);
      Edt.run(() -> show(read, edits, items));
    } catch (RuntimeException failure) {
      showing.runspace().events().raiseError(failure);
    }
  }

  @Override
  public void show(Bindings again) {
    boolean unused = starts(again.read(repeater.template()), true);
  }

  private void show(long read, long edits, List<Bindings> items) {
    if (ended || read < shown) {
      items.forEach(Bindings::close);
      return;
    }
    shown = read;
    boolean isTooSoon = // perhaps there were edits of these items
        showing.outlet().hasEditsAfter(edits) || items.stream().anyMatch(Bindings::hasChanged);
    if (!starts(items, !isTooSoon)) {
      return;
    }
    showing.whenRenamed().run();
    if (isTooSoon) {
      List<Part> now = parts;
      showing.outlet().run("#refresh", this, () -> now.forEach(part -> part.connected.refresh()));
    }
  }

  /** What a component of the program's refuses is an error there, and not the EDT's. */
  private boolean starts(List<Bindings> items, boolean isNewest) {
    try {
      showing.outlet().quietly(() -> build(items, isNewest));
      return true;
    } catch (RuntimeException refused) {
      items.forEach(Bindings::close);
      showing.runspace().events().raiseError(refused);
      return false;
    }
  }

  @Override
  public void end() {
    Edt.run(
        () -> {
          ended = true;
          parts.forEach(this::close);
          parts = List.of();
        });
  }
}
