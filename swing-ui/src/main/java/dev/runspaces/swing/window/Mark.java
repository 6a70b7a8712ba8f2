package dev.runspaces.swing.window;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.EnumMap;
import java.util.Map;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import javax.swing.plaf.basic.BasicHTML;
import org.jspecify.annotations.Nullable;

/**
 * Says at a component what is wrong with its value: by FlatLaf's outline, the tool tip and what
 * screen readers are told. What the component has of its own stands behind it, also what it is
 * given meanwhile, such as a tool tip in another language, and comes back. A component has one,
 * with what is wrong for each reason: the first of them is shown. For the EDT.
 */
final class Mark {
  private static final String OUTLINE = "JComponent.outline"; // FlatLaf's

  /** Why a value is marked. */
  enum Reason {
    /** A validator says that it is wrong: that is said for the user. */
    WRONG,
    /** The model has not taken it. */
    REFUSED
  }

  private final JComponent component;
  private final AccessibleContext accessible;
  private final Map<Reason, String> problems = new EnumMap<>(Reason.class);

  /** What is shown; null if nothing is wrong. */
  private @Nullable String shown;

  private @Nullable Object ownOutline;
  private @Nullable String ownToolTip;
  private @Nullable String ownDescription;
  private boolean changing;
  private final PropertyChangeListener onToolTip = this::toolTipChanged;
  private final PropertyChangeListener onDescription = this::descriptionChanged;

  private Mark(JComponent component) {
    this.component = component;
    this.accessible = component.getAccessibleContext();
  }

  /** Returns the mark of a component, whoever asks. */
  static Mark of(JComponent component) {
    if (component.getClientProperty(Mark.class) instanceof Mark there) {
      return there;
    }
    var made = new Mark(component);
    component.putClientProperty(Mark.class, made);
    return made;
  }

  boolean isShown(Reason reason) {
    return problems.containsKey(reason);
  }

  /** Shows what is wrong. */
  void show(Reason reason, String problem) {
    problems.put(reason, problem);
    update();
  }

  /** Shows what else is wrong, or what the component has of its own. */
  void clear(Reason reason) {
    if (problems.remove(reason) != null) {
      update();
    }
  }

  private void update() {
    problems.values().stream().findFirst().ifPresentOrElse(this::show, this::clear);
  }

  private void show(String problem) {
    if (shown == null) {
      ownOutline = component.getClientProperty(OUTLINE);
      ownToolTip = component.getToolTipText();
      String description = accessible.getAccessibleDescription();
      // Who has no description is told the tool tip.
      ownDescription = description == null || description.equals(ownToolTip) ? null : description;
      component.addPropertyChangeListener(JComponent.TOOL_TIP_TEXT_KEY, onToolTip);
      accessible.addPropertyChangeListener(onDescription);
    }
    // It may begin with what the user has typed, and must not become HTML.
    shown = BasicHTML.isHTMLString(problem) ? " " + problem : problem;
    set("error", shown, shown);
  }

  private void clear() {
    shown = null;
    component.removePropertyChangeListener(JComponent.TOOL_TIP_TEXT_KEY, onToolTip);
    accessible.removePropertyChangeListener(onDescription);
    set(ownOutline, ownToolTip, ownDescription);
  }

  private void set(
      @Nullable Object outline, @Nullable String toolTip, @Nullable String description) {
    changing = true;
    try {
      component.putClientProperty(OUTLINE, outline);
      component.setToolTipText(toolTip);
      accessible.setAccessibleDescription(description);
    } finally {
      changing = false;
    }
  }

  private void toolTipChanged(PropertyChangeEvent change) {
    if (!changing && shown != null) {
      ownToolTip = component.getToolTipText();
      set("error", shown, shown);
    }
  }

  private void descriptionChanged(PropertyChangeEvent change) {
    boolean isDescription =
        AccessibleContext.ACCESSIBLE_DESCRIPTION_PROPERTY.equals(change.getPropertyName());
    if (isDescription && !changing && shown != null) {
      ownDescription = accessible.getAccessibleDescription();
      set("error", shown, shown);
    }
  }
}
