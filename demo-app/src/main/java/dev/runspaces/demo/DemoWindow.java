package dev.runspaces.demo;

import dev.runspaces.swing.window.Layout;
import dev.runspaces.swing.window.LayoutWindow;
import dev.runspaces.swing.window.Layouts;
import java.io.IOException;

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
      DemoWindow make() {
        return () -> Layouts.load(DemoWindow.class.getResource("press-me.xml"));
      }
    },
    PREFERENCES {
      @Override
      DemoWindow make() {
        return new Preferences();
      }
    },
    CUSTOMER {
      @Override
      DemoWindow make() {
        return new CustomerForm(new Customer());
      }
    },
    MAIL {
      @Override
      DemoWindow make() {
        return new MailWindow();
      }
    };

    abstract DemoWindow make();
  }
}
