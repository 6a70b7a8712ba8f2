package dev.runspaces.demo;

import dev.runspaces.swing.window.Layout;
import dev.runspaces.swing.window.LayoutWindow;
import dev.runspaces.swing.window.Layouts;
import dev.runspaces.swing.window.Theme;
import java.io.IOException;
import java.util.Locale;

/** A window of the demo: its layout, and what code gives it. */
interface DemoWindow {
  /** Returns the layout, with the models and the controller that it names. */
  Layout layout() throws IOException;

  /** Gives the window what no layout can have. In the window's runspace, before any handler. */
  default void furnish(LayoutWindow window) throws InterruptedException {}

  /** The windows of the demo, by the names that its command line knows. */
  enum Choice {
    PRESS_ME {
      @Override
      DemoWindow make(Theme theme) {
        return () -> Layouts.load(DemoWindow.class.getResource("press-me.xml"));
      }
    },
    PREFERENCES {
      @Override
      DemoWindow make(Theme theme) {
        return new Preferences(theme);
      }
    },
    CUSTOMER {
      @Override
      DemoWindow make(Theme theme) {
        return new CustomerForm(new Customer());
      }
    },
    MAIL {
      @Override
      DemoWindow make(Theme theme) {
        return new MailWindow();
      }
    };

    /** Makes the window, for a program that has this theme. */
    abstract DemoWindow make(Theme theme);

    /** The name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
