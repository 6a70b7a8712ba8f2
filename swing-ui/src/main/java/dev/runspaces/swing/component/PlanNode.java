package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutProblem;
import java.awt.Component;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * One element of a plan, with everything looked up, converted and checked. Immutable but for the
 * constraints, which managers only read.
 *
 * @param name its name in the window, or null
 * @param grid how its children are laid out; null if they are not
 * @param making how it is made, and what is done with it then
 */
record PlanNode<T>(
    Tag<T> tag,
    @Nullable String name,
    @Nullable Arrangement grid,
    List<Child> children,
    Making<T> making) {

  /**
   * How something is made.
   *
   * @param element what asks for it
   * @param factory makes one
   * @param settings its properties, in the order of the tag, and then its events
   */
  record Making<T>(
      LayoutElement element, Supplier<? extends T> factory, List<Consumer<Target<T>>> settings) {
    Making {
      settings = List.copyOf(settings);
    }

    /** Makes one; what a constructor of the program's throws is told with its place. */
    T make() {
      try {
        return factory.get();
      } catch (LayoutException itsOwn) {
        throw itsOwn; // of a component that is made from a layout, which tells more
      } catch (RuntimeException failure) {
        throw new LayoutException(LayoutProblem.notMade(element, failure), failure);
      }
    }
  }

  /**
   * A child and its place.
   *
   * @param placed whether the manager of its parent places it
   * @param place where; null if that is not said
   */
  record Child(PlanNode<?> node, boolean placed, @Nullable Object place) {}

  /** Swing makes hundreds of components for one, which takes 60 ms of the EDT. */
  private static final int WEIGHT_OF_A_CHOOSER = 100;

  private static final Set<String> CHOOSERS =
      Set.of("javax.swing.JColorChooser", "javax.swing.JFileChooser");

  private int weight() {
    return Lineage.isOf(tag.product(), CHOOSERS) ? WEIGHT_OF_A_CHOOSER : 1;
  }

  /** Returns for how many elements it counts, with all that is in it. */
  int size() {
    return weight() + children.stream().mapToInt(child -> child.node.size()).sum();
  }

  /** What a setting is applied to. */
  record Target<T>(T it, BuildContext context) {}

  /** Makes what the element stands for, with all that is in it. On the EDT. */
  T build(BuildContext context) {
    T it = making.make();
    if (it instanceof JComponent component) {
      // A text that comes from a file or from data must not become HTML, which loads images.
      component.putClientProperty(PlainToolTips.HTML_OFF, true);
      PlainToolTips.install();
    }
    if (name != null) {
      giveName(it, name, context);
    }
    if (it instanceof SlotPanel slot) {
      slot.build(context, () -> addChildren(it, context));
    } else {
      addChildren(it, context);
    }
    var target = new Target<>(it, context);
    making.settings.forEach(setting -> setting.accept(target));
    return it;
  }

  private static void giveName(Object it, String name, BuildContext context) {
    Component found = Named.componentOf(it);
    if (found != null) {
      context.name(name, found);
    } else if (it instanceof LayoutAction action) {
      context.name(name, action);
    } else if (it instanceof TableColumnSpec column) {
      column.setName(context.actualOf(name));
    }
  }

  private void addChildren(T it, BuildContext context) {
    if (grid != null) {
      tag.container(it).setLayout(grid.newLayout());
    }
    for (Child child : children) {
      Object part = child.node.build(context);
      if (child.placed) {
        tag.container(it).add((Component) part, child.place);
      } else {
        tag.partFor(child.node.tag).orElseThrow().adder().accept(it, part);
      }
    }
  }
}
