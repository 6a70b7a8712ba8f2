package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Performed;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** An {@code <Action>}: what its buttons, menu items and key have in common. For the EDT. */
final class LayoutAction extends AbstractAction {
  private static final long serialVersionUID = 1L;

  private final transient List<Consumer<ComponentEvent>> onPerformed = new ArrayList<>();
  private final transient ActionToggles toggles = new ActionToggles(this);
  private String name = "";

  void setName(String name) {
    this.name = name;
  }

  void setText(MnemonicText text) {
    putValue(Action.NAME, text.text());
    boolean hasOne = text.index() >= 0;
    if (hasOne || getValue(Action.MNEMONIC_KEY) != null) {
      putValue(Action.MNEMONIC_KEY, hasOne ? text.key() : null);
      putValue(Action.DISPLAYED_MNEMONIC_INDEX_KEY, hasOne ? text.index() : null);
    }
  }

  void setIcon(IconName icon) {
    putValue(Action.SMALL_ICON, icon.picture());
  }

  void setToolTipText(String text) {
    putValue(Action.SHORT_DESCRIPTION, text);
  }

  void setAccelerator(KeyStroke stroke) {
    putValue(Action.ACCELERATOR_KEY, stroke);
  }

  /**
   * Has a button perform it.
   *
   * @param own what the button says itself, by Swing's names
   */
  void giveTo(AbstractButton button, Set<String> own, BuildContext context) {
    var all = new TreeSet<>(own);
    if (ActionToggles.isToggle(button)) {
      if (context.isOfWindow()) {
        toggles.add(button);
        context.whenBuilt(toggles::unite);
      } else {
        all.add(Action.SELECTED_KEY);
      }
    }
    button.setAction(all.isEmpty() ? this : new OwnAction(this, all));
  }

  void onPerformed(Consumer<ComponentEvent> raise) {
    onPerformed.add(raise);
  }

  /** Its key, and code, which may say nothing of who performs it, switch what can be switched. */
  @Override
  public void actionPerformed(@Nullable ActionEvent event) {
    // With a key it is the root pane that performs it, and the window's name says nothing.
    Object source = event == null ? null : event.getSource();
    Component by = source instanceof Component it && !(it instanceof JRootPane) ? it : null;
    if (by != null || !toggles.click()) { // who was clicked performs it
      String performer = by == null ? "" : StandardTags.nameOf(by);
      onPerformed.forEach(raise -> raise.accept(new Performed(performer, name)));
    }
  }
}
