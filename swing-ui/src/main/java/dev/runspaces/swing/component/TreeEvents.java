package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.NodeChanged;
import dev.runspaces.swing.component.ComponentEvent.NodeExpanded;
import dev.runspaces.swing.component.ComponentEvent.NodeSelected;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JTree;
import javax.swing.event.TreeExpansionEvent;
import javax.swing.event.TreeExpansionListener;
import javax.swing.event.TreeModelEvent;
import javax.swing.event.TreeModelListener;
import javax.swing.tree.TreeModel;
import javax.swing.tree.TreePath;
import org.jspecify.annotations.Nullable;

/** What is told of trees, also when code gives them another model. For the EDT. */
final class TreeEvents {
  private TreeEvents() {}

  static void nodes(Object it, Consumer<ComponentEvent> raise) {
    JTree tree = (JTree) it;
    tree.addTreeSelectionListener(
        change -> {
          TreePath path = tree.getSelectionPath();
          raise.accept(
              new NodeSelected(
                  StandardTags.nameOf(tree), tree.getRowForPath(path), textsOf(tree, path)));
        });
  }

  static void expansions(Object it, Consumer<ComponentEvent> raise) {
    expansions((JTree) it, true, raise);
  }

  static void collapses(Object it, Consumer<ComponentEvent> raise) {
    expansions((JTree) it, false, raise);
  }

  private static void expansions(JTree tree, boolean wanted, Consumer<ComponentEvent> raise) {
    tree.addTreeExpansionListener(
        new TreeExpansionListener() {
          @Override
          public void treeExpanded(TreeExpansionEvent event) {
            tell(true, event);
          }

          @Override
          public void treeCollapsed(TreeExpansionEvent event) {
            tell(false, event);
          }

          private void tell(boolean expanded, TreeExpansionEvent event) {
            if (expanded == wanted) {
              List<String> path = textsOf(tree, event.getPath());
              raise.accept(new NodeExpanded(StandardTags.nameOf(tree), path, expanded));
            }
          }
        });
  }

  static void changes(Object it, Consumer<ComponentEvent> raise) {
    JTree tree = (JTree) it;
    var listener = new NodeListener(tree, raise);
    new Part<>(
            TreeModel.class,
            model -> model.addTreeModelListener(listener),
            model -> model.removeTreeModelListener(listener))
        .of(tree, JTree.TREE_MODEL_PROPERTY, tree.getModel());
  }

  /** Hears of nodes that come and go, too; of those nothing is told. */
  private record NodeListener(JTree tree, Consumer<ComponentEvent> raise)
      implements TreeModelListener {

    @Override
    public void treeNodesChanged(TreeModelEvent change) {
      TreePath parent = change.getTreePath();
      Object[] children = change.getChildren();
      if (children == null) { // it is the root
        tell(parent);
      } else {
        for (Object child : children) {
          tell(parent.pathByAddingChild(child));
        }
      }
    }

    private void tell(TreePath path) {
      raise.accept(new NodeChanged(StandardTags.nameOf(tree), textsOf(tree, path)));
    }

    @Override
    public void treeNodesInserted(TreeModelEvent change) {}

    @Override
    public void treeNodesRemoved(TreeModelEvent change) {}

    @Override
    public void treeStructureChanged(TreeModelEvent change) {}
  }

  /** The texts that the tree shows, not those of its objects. */
  private static List<String> textsOf(JTree tree, @Nullable TreePath path) {
    return path == null
        ? List.of()
        : Arrays.stream(path.getPath())
            .map(node -> tree.convertValueToText(node, false, false, false, -1, false))
            .toList();
  }
}
