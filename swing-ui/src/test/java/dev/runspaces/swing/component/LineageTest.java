package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.Box;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JColorChooser;
import javax.swing.JDesktopPane;
import javax.swing.JFileChooser;
import javax.swing.JInternalFrame;
import javax.swing.JLayeredPane;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that are named, lest they be loaded, are those that are meant. */
class LineageTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        JCheckBoxMenuItem.class,
        JMenu.class,
        JMenuBar.class,
        JPopupMenu.class,
        JInternalFrame.class,
        Box.Filler.class
      })
  void whatBelongsSomewhereDoesNotStandAlone(Class<?> product) {
    assertThat(FreeStanding.is(product)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Box.class,
        JColorChooser.class,
        JDesktopPane.class,
        JFileChooser.class,
        JLayeredPane.class
      })
  void whatHasNoLookOfItsOwnHasNoStyle(Class<?> product) {
    assertThat(CommonAttributes.isKnown(product, "style")).isFalse();
    assertThat(FreeStanding.is(product)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = JPanel.class)
  void othersStandAloneAndHaveAStyle(Class<?> product) {
    assertThat(CommonAttributes.isKnown(product, "style")).isTrue();
    assertThat(FreeStanding.is(product)).isTrue();
  }
}
