package dev.runspaces.swing.component;

import java.awt.Point;
import java.util.List;
import java.util.Optional;
import javax.swing.JDesktopPane;
import javax.swing.JInternalFrame;
import javax.swing.JLayeredPane;
import javax.swing.JMenuBar;
import javax.swing.OverlayLayout;

/** The tags of frames within a window, and of components over each other. */
final class DesktopTags {
  private static final ValueType<Point> LOCATION =
      ValueType.of("a place like 20x40", DesktopTags::point);

  private DesktopTags() {}

  static List<Tag<?>> all() {
    return List.of(desktopPane(), internalFrame(), layeredPane(), layer());
  }

  private static Optional<Point> point(String text) {
    return SwingValues.DIMENSION.read(text).map(place -> new Point(place.width, place.height));
  }

  private static Tag<JDesktopPane> desktopPane() {
    return Tag.of("DesktopPane", JDesktopPane.class, JDesktopPane::new)
        .children(JInternalFrame.class, DesktopTags::add)
        .property(
            "preferredSize", SwingValues.DIMENSION, Scaled.size(JDesktopPane::setPreferredSize));
  }

  private static void add(JDesktopPane desktop, JInternalFrame frame) {
    if (frame.getHeight() == 0) { // its title alone gives it a width
      frame.pack();
    }
    desktop.add(frame, 0); // the later one is in front, as if they had been opened in that order
  }

  private static Tag<JInternalFrame> internalFrame() {
    return Tag.of("InternalFrame", JInternalFrame.class, DesktopFrame::new)
        .child(JMenuBar.class, JInternalFrame::setJMenuBar)
        .laidOut(JInternalFrame::getContentPane)
        .property("title", MnemonicText.WITHOUT, JInternalFrame::setTitle)
        .property(
            "icon",
            IconName.TYPE,
            (frame, icon) -> frame.setFrameIcon(new TitleIcon(icon.picture())))
        .property("resizable", ValueType.FLAG, JInternalFrame::setResizable)
        .property("closable", ValueType.FLAG, JInternalFrame::setClosable)
        .property("maximizable", ValueType.FLAG, JInternalFrame::setMaximizable)
        .property("iconifiable", ValueType.FLAG, JInternalFrame::setIconifiable)
        .property("location", LOCATION, JInternalFrame::setLocation)
        .property("size", SwingValues.DIMENSION, Scaled.size(JInternalFrame::setSize));
  }

  private static Tag<JLayeredPane> layeredPane() {
    return Tag.of("LayeredPane", JLayeredPane.class, DesktopTags::newLayeredPane)
        .children(LayerPanel.class, (pane, layer) -> layer.addTo(pane))
        .property(
            "preferredSize", SwingValues.DIMENSION, Scaled.size(JLayeredPane::setPreferredSize));
  }

  private static JLayeredPane newLayeredPane() {
    var pane = new JLayeredPane();
    pane.setLayout(new OverlayLayout(pane));
    return pane;
  }

  private static Tag<LayerPanel> layer() {
    return Tag.of("Layer", LayerPanel.class, LayerPanel::new)
        .describedAs("name", StandardDocs.NAME_OF_A_PANEL)
        .property("position", ValueType.integer(-30_000, 1_000), LayerPanel::setPosition)
        .laidOut(LayerPanel::panel);
  }
}
