package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Performed;
import java.util.List;
import java.util.Optional;

/** The tags of actions, and how buttons and menu items refer to them. */
final class ActionTags {
  /** A reference to an action of the same layout; whether there is one is checked by the plan. */
  static final ValueType<ActionReference> REFERENCE =
      ValueType.of(
          "a # and the name of an action like #save",
          text ->
              text.startsWith("#") && text.length() > 1
                  ? Optional.of(ActionReference.to(text.substring(1)))
                  : Optional.empty());

  private ActionTags() {}

  static List<Tag<?>> all() {
    return List.of(
        Tag.of("Actions", ActionSet.class, ActionSet::new)
            .describedAs("name", "for who reads the layout: each action has its own")
            .children(LayoutAction.class, ActionSet::add),
        Tag.of("Action", LayoutAction.class, LayoutAction::new)
            .property("icon", IconName.TYPE, LayoutAction::setIcon)
            .property("text", MnemonicText.TYPE, LayoutAction::setText)
            .property("toolTipText", ValueType.TEXT, LayoutAction::setToolTipText)
            .property("accelerator", SwingValues.KEY_STROKE, LayoutAction::setAccelerator)
            .property("enabled", ValueType.FLAG, LayoutAction::setEnabled)
            .event("onAction", Performed.class, LayoutAction::onPerformed));
  }
}
