package dev.runspaces.swing.component;

import java.awt.Component;
import java.lang.reflect.Method;
import javax.swing.JComponent;
import javax.swing.JToolTip;
import javax.swing.UIManager;
import javax.swing.plaf.ComponentUI;

/**
 * Turns HTML off in the tool tips of what is in a layout, also in those that code sets. A tool tip
 * is a component of its own, which takes its text for HTML when it gets it; it must know before
 * that of which component it is. Swing asks the look and feel for each of them, so that is where it
 * is told; what it looks like is left to whichever look and feel there is.
 *
 * <p>Those of other windows stay as they are: nothing around them has HTML off.
 */
final class PlainToolTips {
  /** The property of a component, known to Swing, by which a text is never HTML. */
  static final String HTML_OFF = "html.disable";

  private static boolean installed;

  private PlainToolTips() {}

  /** Has tool tips made from now on know. On the EDT; the second time does nothing. */
  static void install() {
    if (!installed) {
      installed = true;
      // Swing looks here for the class and its method before it looks for them itself, which it
      // could not in a package that is not exported.
      UIManager.put("ToolTipUI", PlainToolTips.class.getName());
      UIManager.put(PlainToolTips.class.getName(), PlainToolTips.class);
      UIManager.put(PlainToolTips.class, factory());
    }
  }

  private static Method factory() {
    try {
      Method method = PlainToolTips.class.getDeclaredMethod("createUI", JComponent.class);
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException impossible) {
      throw new LinkageError("it is below", impossible);
    }
  }

  /** Called by Swing for a tool tip, which is told soon of which component it is. */
  static ComponentUI createUI(JComponent tip) {
    tip.addPropertyChangeListener(
        "component", change -> tip.putClientProperty(HTML_OFF, isOff((JToolTip) tip)));
    return UIManager.getLookAndFeelDefaults().getUI(tip);
  }

  /** Asks the component, or what it is a part of, such as a spinner for its field. */
  private static boolean isOff(JToolTip tip) {
    Component around = tip.getComponent();
    while (around != null) {
      if (around instanceof JComponent component
          && component.getClientProperty(HTML_OFF) instanceof Boolean off) {
        return off;
      }
      around = around.getParent();
    }
    return false;
  }
}
