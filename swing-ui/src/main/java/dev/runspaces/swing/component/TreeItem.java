package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import org.jspecify.annotations.Nullable;

/** A {@code <Node>} of a tree: its text, and whether it is open at first. For the EDT. */
final class TreeItem {
  private final DefaultMutableTreeNode node = new DefaultMutableTreeNode("");
  private final List<TreeItem> children = new ArrayList<>();
  private @Nullable DefaultTreeModel model;
  private boolean expanded;

  void setText(String text) {
    node.setUserObject(text);
    if (model != null) {
      model.nodeChanged(node);
    }
  }

  void setExpanded(boolean expanded) {
    this.expanded = expanded;
  }

  void add(TreeItem child) {
    children.add(child);
    node.add(child.node);
  }

  /** Makes it the root; a tree shows its root open, as long as nothing else is said. */
  void addTo(JTree tree) {
    var root = new DefaultTreeModel(node);
    tree.setModel(root);
    belongTo(root);
    expand(tree);
  }

  private void belongTo(DefaultTreeModel tree) {
    model = tree;
    children.forEach(child -> child.belongTo(tree));
  }

  private void expand(JTree tree) {
    if (expanded) {
      tree.expandPath(new TreePath(node.getPath()));
    }
    children.forEach(child -> child.expand(tree));
  }
}
