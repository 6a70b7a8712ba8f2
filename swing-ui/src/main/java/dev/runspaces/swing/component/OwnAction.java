package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import java.awt.event.ActionEvent;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.AbstractAction;
import javax.swing.Action;
import org.jspecify.annotations.Nullable;

/**
 * An action as a button has it that says something itself: that is not the action's to say, neither
 * at first nor when it changes. For the EDT.
 */
final class OwnAction extends AbstractAction {
  private static final long serialVersionUID = 1L;
  private static final String ENABLED = "enabled";

  private final LayoutAction action;
  private final transient Set<String> own;

  OwnAction(LayoutAction action, Set<String> own) {
    this.action = action;
    this.own = own;
    action.addPropertyChangeListener(new Relay(new WeakReference<>(this)));
  }

  /** Returns what an action does not say for a button with these attributes, by Swing's names. */
  static Set<String> ownOf(Iterable<LayoutAttribute> attributes) {
    var own = new TreeSet<String>();
    for (LayoutAttribute attribute : attributes) {
      own.addAll(ownOf(attribute.name()));
    }
    return own;
  }

  private static List<String> ownOf(String attribute) {
    return switch (attribute) {
      // A text says where its mnemonic is, or that it has none.
      case "text" -> List.of(Action.NAME, Action.MNEMONIC_KEY, Action.DISPLAYED_MNEMONIC_INDEX_KEY);
      case "mnemonic" -> List.of(Action.MNEMONIC_KEY, Action.DISPLAYED_MNEMONIC_INDEX_KEY);
      case "toolTipText" -> List.of(Action.SHORT_DESCRIPTION);
      case "icon" -> List.of(Action.SMALL_ICON, Action.LARGE_ICON_KEY);
      case "accelerator" -> List.of(Action.ACCELERATOR_KEY);
      case ENABLED -> List.of(ENABLED);
      default -> List.of();
    };
  }

  LayoutAction action() {
    return action;
  }

  @Override
  public @Nullable Object getValue(String key) {
    return own.contains(key) ? null : action.getValue(key);
  }

  @Override
  public void putValue(String key, @Nullable Object value) {
    action.putValue(key, value);
  }

  @Override
  public boolean isEnabled() {
    return own.contains(ENABLED) || action.isEnabled();
  }

  @Override
  public void setEnabled(boolean enabled) {
    action.setEnabled(enabled);
  }

  @Override
  public void actionPerformed(ActionEvent event) {
    action.actionPerformed(event);
  }

  private void changed(PropertyChangeEvent change) {
    if (!own.contains(change.getPropertyName())) {
      firePropertyChange(change.getPropertyName(), change.getOldValue(), change.getNewValue());
    }
  }

  /** Listens weakly, as Swing's own buttons do: those of a list come and go. */
  private record Relay(WeakReference<OwnAction> target) implements PropertyChangeListener {
    @Override
    public void propertyChange(PropertyChangeEvent change) {
      OwnAction to = target.get();
      if (to != null) {
        to.changed(change);
      } else {
        ((Action) change.getSource()).removePropertyChangeListener(this);
      }
    }
  }
}
