package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.ComponentOrientation;
import javax.swing.JSplitPane;
import org.jspecify.annotations.Nullable;

/**
 * A split pane that goes in the direction of its language: from the right to the left its first
 * side is the right one, and the divider is where it was, seen from there. Swing's own does not
 * turn, or turns its sides once and never back, and forgets where its divider was: that depends on
 * the JDK.
 */
final class TurningSplitPane extends JSplitPane {
  private static final long serialVersionUID = 1L;

  private boolean turned;
  private boolean dividerIsToTurn;

  /** While Swing looks at the direction itself. */
  private boolean hidesItsSides;

  TurningSplitPane() {
    super(HORIZONTAL_SPLIT, null, null);
  }

  @Override
  public void setComponentOrientation(ComponentOrientation orientation) {
    hidesItsSides = true; // Swing cannot put where they do not belong what it does not see
    try {
      super.setComponentOrientation(orientation);
    } finally {
      hidesItsSides = false;
    }
    turnIfNeeded();
  }

  @Override
  public @Nullable Component getLeftComponent() {
    return hidesItsSides ? null : super.getLeftComponent();
  }

  @Override
  public @Nullable Component getRightComponent() {
    return hidesItsSides ? null : super.getRightComponent();
  }

  /** What is above stays above in any language. */
  @Override
  public void setOrientation(int orientation) {
    super.setOrientation(orientation);
    turnIfNeeded();
  }

  private void turnIfNeeded() {
    boolean isToBeTurned =
        getOrientation() == HORIZONTAL_SPLIT && !getComponentOrientation().isLeftToRight();
    if (turned != isToBeTurned) {
      turn();
    }
  }

  private void turn() {
    turned = !turned;
    int divider = getDividerLocation();
    Component left = getLeftComponent();
    Component right = getRightComponent();
    removeAllSides(left, right);
    setLeftComponent(right);
    setRightComponent(left);
    setResizeWeight(1 - getResizeWeight());
    setDividerLocation(divider);
    dividerIsToTurn = getOrientation() == HORIZONTAL_SPLIT && divider >= 0 && !dividerIsToTurn;
    revalidate();
  }

  private void removeAllSides(@Nullable Component... sides) {
    for (Component side : sides) {
      if (side != null) {
        remove(side);
      }
    }
  }

  /** Only now is it known how far the divider is from the other side. */
  @Override
  public void doLayout() {
    if (dividerIsToTurn && getWidth() > 0) {
      dividerIsToTurn = false;
      setDividerLocation(getWidth() - getDividerSize() - getDividerLocation());
    }
    super.doLayout();
  }
}
