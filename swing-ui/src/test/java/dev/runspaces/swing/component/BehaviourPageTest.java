package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JEditorPane;
import javax.swing.JInternalFrame;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table in {@code docs/behaviour.md} says what there is. */
class BehaviourPageTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        JTextField.class,
        JEditorPane.class,
        JButton.class,
        JList.class,
        JTable.class,
        JTree.class,
        JProgressBar.class,
        JSlider.class,
        JScrollBar.class,
        JTabbedPane.class,
        JComboBox.class,
        JMenu.class,
        JPopupMenu.class,
        JInternalFrame.class,
        ViewRoot.class
      })
  void hasEachAttributeWithItsSnapshot(Class<?> type) throws IOException {
    List<String> rows = Files.readAllLines(Path.of("..", "docs", "behaviour.md"));
    assertThat(ListenerEvents.namesFor(type)).isNotEmpty();
    for (String name : ListenerEvents.namesFor(type)) {
      Offer<Object> offer = Objects.requireNonNull(ListenerEvents.find(type, name));
      String snapshot = offer.snapshot().getSimpleName();
      assertThat(rows)
          .as("%s of %s is a %s", name, type.getSimpleName(), snapshot)
          .anyMatch(
              row -> row.contains("`" + name + "`") && row.contains("| `" + snapshot + "` |"));
    }
  }
}
