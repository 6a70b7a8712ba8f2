package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.ButtonGroup;
import javax.swing.DefaultButtonModel;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JToggleButton;
import org.jspecify.annotations.Nullable;

/**
 * The check boxes, toggle buttons and the like of one action: they are one switch, and the action's
 * key works it. Two of one group are alternatives, and no switch. For the EDT.
 */
final class ActionToggles {
  private final LayoutAction action;
  private final List<AbstractButton> toggles = new ArrayList<>();

  ActionToggles(LayoutAction action) {
    this.action = action;
  }

  static boolean isToggle(AbstractButton button) {
    return button instanceof JToggleButton
        || button instanceof JCheckBoxMenuItem
        || button instanceof JRadioButtonMenuItem;
  }

  /** Tells whether two buttons show the same, because of their action. */
  static boolean areUnited(AbstractButton one, AbstractButton other) {
    Action action = actionOf(one);
    return action != null && action == actionOf(other);
  }

  private static @Nullable Action actionOf(AbstractButton button) {
    Action action = button.getAction();
    if (action == null || action.getValue(Action.SELECTED_KEY) == null) {
      return null;
    }
    return action instanceof OwnAction own ? own.action() : action;
  }

  void add(AbstractButton toggle) {
    toggles.add(toggle);
  }

  /** Has them agree, when all are there: they are on if one of them is. */
  void unite() {
    if (areAlternatives()) {
      toggles.clear();
    }
    if (!toggles.isEmpty() && action.getValue(Action.SELECTED_KEY) == null) {
      boolean isOn = toggles.stream().anyMatch(AbstractButton::isSelected);
      action.putValue(Action.SELECTED_KEY, isOn);
    }
  }

  private boolean areAlternatives() {
    List<ButtonGroup> groups =
        toggles.stream().map(ActionToggles::groupOf).filter(group -> group != null).toList();
    return groups.stream().distinct().count() < groups.size();
  }

  private static @Nullable ButtonGroup groupOf(AbstractButton toggle) {
    return toggle.getModel() instanceof DefaultButtonModel model ? model.getGroup() : null;
  }

  /**
   * Clicks one of them, as the others follow.
   *
   * @return whether there is one that can be clicked
   */
  boolean click() {
    for (AbstractButton toggle : toggles) {
      if (toggle.isEnabled()) {
        toggle.doClick(0); // for longer than that the EDT would sleep
        return true;
      }
    }
    return false;
  }
}
