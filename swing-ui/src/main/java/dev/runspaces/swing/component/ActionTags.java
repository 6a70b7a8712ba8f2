package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Performed;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;

/** The tags of actions, and the attribute with which buttons and menu items use them. */
final class ActionTags {
  /** A reference to an action of the same layout; whether there is one is checked by the plan. */
  static final ValueType<ActionReference> REFERENCE =
      ValueType.of(
          "a # and the name of an action like #save",
          text ->
              text.startsWith("#") && text.length() > 1
                  ? Optional.of(new ActionReference(text.substring(1), ""))
                  : Optional.empty());

  private ActionTags() {}

  static List<Tag<?>> all() {
    return List.of(
        Tag.of("Actions", ActionSet.class, ActionSet::new)
            .children(LayoutAction.class, ActionSet::add),
        Tag.of("Action", LayoutAction.class, LayoutAction::new)
            .property("icon", IconName.TYPE, LayoutAction::setIcon)
            .property("text", MnemonicText.TYPE, LayoutAction::setText)
            .property("toolTipText", ValueType.TEXT, LayoutAction::setToolTipText)
            .property("accelerator", SwingValues.KEY_STROKE, LayoutAction::setAccelerator)
            .property("enabled", ValueType.FLAG, LayoutAction::setEnabled)
            .event("onAction", Performed.class, LayoutAction::onPerformed));
  }

  /** First of all attributes: what a button says itself goes before what its action says. */
  static <T> Tag<T> addTo(Tag<T> tag) {
    return AbstractButton.class.isAssignableFrom(tag.product())
        ? tag.contextProperty(
            "action",
            REFERENCE,
            (it, action, context) -> ((AbstractButton) it).setAction(context.action(action)))
        : tag;
  }
}
