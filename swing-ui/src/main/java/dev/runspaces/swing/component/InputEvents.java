package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.FocusMoved;
import dev.runspaces.swing.component.ComponentEvent.KeyUse;
import dev.runspaces.swing.component.ComponentEvent.KeyUsed;
import dev.runspaces.swing.component.ComponentEvent.MouseUse;
import dev.runspaces.swing.component.ComponentEvent.MouseUsed;
import dev.runspaces.swing.component.ComponentEvent.Placed;
import dev.runspaces.swing.component.ComponentEvent.WheelTurned;
import java.awt.Component;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentListener;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseMotionListener;
import java.util.StringJoiner;
import java.util.function.Consumer;
import javax.swing.JPasswordField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Mouse, keyboard, focus and place: the listeners that every component can have. For the EDT. */
final class InputEvents {
  private InputEvents() {}

  /** Tells of one use of the mouse; with {@code clicks} over 0, only after so many in a row. */
  static void mouse(Component it, MouseUse use, int clicks, Consumer<ComponentEvent> raise) {
    it.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (clicks == 0 || event.getClickCount() == clicks) {
              tell(MouseUse.CLICKED, event);
            }
          }

          @Override
          public void mousePressed(MouseEvent event) {
            tell(MouseUse.PRESSED, event);
          }

          @Override
          public void mouseReleased(MouseEvent event) {
            tell(MouseUse.RELEASED, event);
          }

          @Override
          public void mouseEntered(MouseEvent event) {
            tell(MouseUse.ENTERED, event);
          }

          @Override
          public void mouseExited(MouseEvent event) {
            tell(MouseUse.EXITED, event);
          }

          private void tell(MouseUse now, MouseEvent event) {
            if (now == use) {
              raise.accept(used(it, now, event));
            }
          }
        });
  }

  /** Tells of the pointer's way over it, with or without a button pressed. */
  static void motion(Component it, MouseUse use, Consumer<ComponentEvent> raise) {
    it.addMouseMotionListener(
        new MouseMotionListener() {
          @Override
          public void mouseMoved(MouseEvent event) {
            tell(MouseUse.MOVED, event);
          }

          @Override
          public void mouseDragged(MouseEvent event) {
            tell(MouseUse.DRAGGED, event);
          }

          private void tell(MouseUse now, MouseEvent event) {
            if (now == use) {
              raise.accept(used(it, now, event));
            }
          }
        });
  }

  private static MouseUsed used(Component it, MouseUse use, MouseEvent event) {
    return new MouseUsed(
        StandardTags.nameOf(it),
        use,
        event.getX(),
        event.getY(),
        event.getButton(),
        event.getClickCount(),
        modifiers(event));
  }

  static void wheel(Object it, Consumer<ComponentEvent> raise) {
    Component component = (Component) it;
    // A component that listens to the wheel keeps it from the scroll pane around it.
    boolean usesIt = component.getMouseWheelListeners().length > 0;
    component.addMouseWheelListener(
        event -> {
          raise.accept(
              new WheelTurned(
                  StandardTags.nameOf(component),
                  event.getX(),
                  event.getY(),
                  event.getPreciseWheelRotation(),
                  modifiers(event)));
          Component around = usesIt ? null : nextThatScrolls(component.getParent());
          if (around != null) {
            around.dispatchEvent(SwingUtilities.convertMouseEvent(component, event, around));
          }
        });
  }

  private static @Nullable Component nextThatScrolls(@Nullable Component first) {
    Component next = first;
    while (next != null && next.getMouseWheelListeners().length == 0) {
      next = next.getParent();
    }
    return next;
  }

  static void key(Component it, KeyUse use, Consumer<ComponentEvent> raise) {
    it.addKeyListener(
        new KeyListener() {
          @Override
          public void keyPressed(KeyEvent event) {
            tell(KeyUse.PRESSED, event);
          }

          @Override
          public void keyReleased(KeyEvent event) {
            tell(KeyUse.RELEASED, event);
          }

          @Override
          public void keyTyped(KeyEvent event) {
            tell(KeyUse.TYPED, event);
          }

          private void tell(KeyUse now, KeyEvent event) {
            if (now == use) {
              raise.accept(
                  new KeyUsed(StandardTags.nameOf(it), now, keyOf(it, event), modifiers(event)));
            }
          }
        });
  }

  private static String keyOf(Component it, KeyEvent event) {
    char character = event.getKeyChar();
    boolean isText = character != KeyEvent.CHAR_UNDEFINED && !Character.isISOControl(character);
    if (it instanceof JPasswordField && isText) {
      return "";
    }
    if (event.getID() == KeyEvent.KEY_TYPED) {
      return String.valueOf(character);
    }
    String stroke = KeyStroke.getKeyStrokeForEvent(event).toString(); // "ctrl pressed S"
    return stroke.substring(stroke.lastIndexOf(' ') + 1);
  }

  static void focus(Object it, boolean gained, Consumer<ComponentEvent> raise) {
    Component component = (Component) it;
    component.addFocusListener(
        new FocusListener() {
          @Override
          public void focusGained(FocusEvent event) {
            tell(true, event);
          }

          @Override
          public void focusLost(FocusEvent event) {
            tell(false, event);
          }

          private void tell(boolean now, FocusEvent event) {
            if (now == gained) {
              raise.accept(
                  new FocusMoved(StandardTags.nameOf(component), now, event.isTemporary()));
            }
          }
        });
  }

  static void places(Component it, String name, Consumer<ComponentEvent> raise) {
    Runnable tell =
        () ->
            raise.accept(
                new Placed(
                    StandardTags.nameOf(it),
                    it.isVisible(),
                    it.getX(),
                    it.getY(),
                    it.getWidth(),
                    it.getHeight()));
    it.addComponentListener(placeListener(name, tell));
  }

  private static ComponentListener placeListener(String name, Runnable tell) {
    return new ComponentAdapter() {
      @Override
      public void componentShown(java.awt.event.ComponentEvent event) {
        tellOf("onShown");
      }

      @Override
      public void componentHidden(java.awt.event.ComponentEvent event) {
        tellOf("onHidden");
      }

      @Override
      public void componentMoved(java.awt.event.ComponentEvent event) {
        tellOf("onMoved");
      }

      @Override
      public void componentResized(java.awt.event.ComponentEvent event) {
        tellOf("onResized");
      }

      private void tellOf(String what) {
        if (name.equals(what)) {
          tell.run();
        }
      }
    };
  }

  /** In the words, and in the order, of a key stroke. */
  private static String modifiers(InputEvent event) {
    var words = new StringJoiner(" ");
    if (event.isShiftDown()) {
      words.add("shift");
    }
    if (event.isControlDown()) {
      words.add("ctrl");
    }
    if (event.isMetaDown()) {
      words.add("meta");
    }
    if (event.isAltDown()) {
      words.add("alt");
    }
    if (event.isAltGraphDown()) {
      words.add("altGraph");
    }
    return words.toString();
  }
}
