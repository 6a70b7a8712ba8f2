package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.Repeater;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.window.Bindings.Connected;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps what is repeated and its list equal: when the model says that the list has changed, it is
 * read anew, and shown anew.
 */
final class ItemsBinding implements Bindings.Tie {
  private final Repeater repeater;
  private final Bindings around;
  private final Bindings.Showing showing;

  /** How often the list was read, so that an older one is not shown after a newer. */
  private final AtomicLong reads = new AtomicLong();

  /** The next three are for the EDT. */
  private long shown;

  private boolean ended;
  private List<Connected> parts = List.of();

  ItemsBinding(Repeater repeater, Bindings around, Bindings.Showing showing) {
    this.repeater = repeater;
    this.around = around;
    this.showing = showing;
  }

  /** Shows the first items, or others. On the EDT. */
  void start(List<Bindings> items) {
    showing.outlet().quietly(() -> build(items));
  }

  private void build(List<Bindings> items) {
    parts.forEach(Connected::close);
    List<ComponentTree> built = repeater.show(items.size());
    var connected = new ArrayList<Connected>();
    for (int index = 0; index < built.size(); index++) {
      connected.add(items.get(index).connect(built.get(index), showing));
    }
    parts = connected;
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
    try {
      List<Bindings> items = around.readItems(repeater.template(), showing);
      Edt.run(() -> show(read, edits, items));
    } catch (RuntimeException failure) {
      showing.runspace().events().raiseError(failure);
    }
  }

  private void show(long read, long edits, List<Bindings> items) {
    if (ended || read < shown) {
      items.forEach(Bindings::close);
    } else {
      shown = read;
      if (!starts(items)) {
        return;
      }
      showing.whenRenamed().run();
      if (showing.outlet().hasEditsAfter(edits)) { // perhaps of these items, and then read too soon
        List<Connected> now = parts;
        showing.outlet().run("#refresh", this, () -> now.forEach(Connected::refresh));
      }
    }
  }

  /** What a component of the program's refuses is an error there, and not the EDT's. */
  private boolean starts(List<Bindings> items) {
    try {
      start(items);
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
          parts.forEach(Connected::close);
          parts = List.of();
        });
  }
}
