package dev.runspaces.swing.component;

import java.util.List;
import java.util.Map;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JTree;
import javax.swing.ListSelectionModel;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreeSelectionModel;

/** The tags of lists and trees. */
final class ChoiceTags {
  static final ValueType<Integer> SELECTION_MODE =
      ValueType.oneOf(
          Map.of(
              "single", ListSelectionModel.SINGLE_SELECTION,
              "singleInterval", ListSelectionModel.SINGLE_INTERVAL_SELECTION,
              "multipleInterval", ListSelectionModel.MULTIPLE_INTERVAL_SELECTION));
  private static final ValueType<Integer> TREE_SELECTION_MODE =
      ValueType.oneOf(
          Map.of(
              "single", TreeSelectionModel.SINGLE_TREE_SELECTION,
              "contiguous", TreeSelectionModel.CONTIGUOUS_TREE_SELECTION,
              "discontiguous", TreeSelectionModel.DISCONTIGUOUS_TREE_SELECTION));
  private static final ValueType<Integer> LIST_ORIENTATION =
      ValueType.oneOf(
          Map.of(
              "vertical", JList.VERTICAL,
              "verticalWrap", JList.VERTICAL_WRAP,
              "horizontalWrap", JList.HORIZONTAL_WRAP));
  private static final ValueType<Integer> COUNT = ValueType.integer(1, 1_000);

  private ChoiceTags() {}

  static List<Tag<?>> all() {
    return List.of(list(), tree(), node());
  }

  @SuppressWarnings("unchecked") // JList.class cannot say what its items are
  private static Tag<JList<String>> list() {
    return Tag.of("List", (Class<JList<String>>) (Class<?>) JList.class, ChoiceTags::newList)
        .children(ListItem.class, ChoiceTags::add)
        .property("selectionMode", SELECTION_MODE, JList::setSelectionMode)
        .property("visibleRowCount", COUNT, JList::setVisibleRowCount)
        .property("layoutOrientation", LIST_ORIENTATION, JList::setLayoutOrientation);
  }

  private static JList<String> newList() {
    var list = new PlainTextViews.PlainList();
    list.setModel(new DefaultListModel<>());
    return list;
  }

  private static void add(JList<String> list, ListItem item) {
    var items = (DefaultListModel<String>) list.getModel();
    items.addElement(item.text());
    int index = items.size() - 1;
    item.whenChanged(before -> replace(items, index, before, item.text()));
    if (item.isSelected()) {
      list.addSelectionInterval(items.size() - 1, items.size() - 1);
    }
  }

  /** Leaves alone what the program has put there meanwhile. */
  private static void replace(
      DefaultListModel<String> items, int index, String before, String now) {
    if (index < items.size() && items.get(index).equals(before)) {
      items.set(index, now);
    }
  }

  private static Tag<JTree> tree() {
    return Tag.of("Tree", JTree.class, ChoiceTags::newTree)
        .child(TreeItem.class, (tree, root) -> root.addTo(tree))
        .property("rootVisible", ValueType.FLAG, JTree::setRootVisible)
        .property("showsRootHandles", ValueType.FLAG, JTree::setShowsRootHandles)
        .property("editable", ValueType.FLAG, JTree::setEditable)
        .property("rowHeight", ValueType.integer(0, 1_000), JTree::setRowHeight)
        .property("visibleRowCount", COUNT, JTree::setVisibleRowCount)
        .property("toggleClickCount", ValueType.integer(0, 10), JTree::setToggleClickCount)
        .property(
            "selectionMode",
            TREE_SELECTION_MODE,
            (tree, mode) -> tree.getSelectionModel().setSelectionMode(mode));
  }

  /** Without the colors, sports and food that a new one shows. */
  private static JTree newTree() {
    var tree = new PlainTextViews.PlainTree();
    tree.setModel(new DefaultTreeModel(null));
    return tree;
  }

  private static Tag<TreeItem> node() {
    return Tag.of("Node", TreeItem.class, TreeItem::new)
        .describedAs("name", StandardDocs.NAME_OF_AN_ITEM)
        .children(TreeItem.class, TreeItem::add)
        .property("text", MnemonicText.WITHOUT, TreeItem::setText)
        .property("expanded", ValueType.FLAG.atFirst(), TreeItem::setExpanded);
  }
}
