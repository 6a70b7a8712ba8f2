package dev.runspaces.swing.window;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import dev.runspaces.swing.edt.Edt;
import java.awt.EventQueue;
import javax.swing.UIManager;
import javax.swing.plaf.metal.MetalLookAndFeel;

/** The looks of the windows: FlatLaf, light or dark. */
public enum Theme {
  /** Dark text on a light ground. */
  LIGHT,
  /** Light text on a dark ground. */
  DARK;

  /**
   * Gives this look to all windows that are open, on the screen or offscreen, and to those that
   * will be. May be called on any thread.
   *
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   */
  public void install() throws InterruptedException {
    Edt.call(
        () -> {
          installOnEdt();
          return this;
        });
  }

  /**
   * Gives this look to all windows as soon as the EDT comes to it, without waiting: the EDT
   * prepares it while the calling thread goes on and reads layouts. What is opened afterwards has
   * it. As the first statement of a program it brings the first window sooner. May be called on any
   * thread; a failure goes to the uncaught exception handler of the EDT. Swing's {@code
   * invokeLater}.
   */
  public void installLater() {
    EventQueue.invokeLater(this::installOnEdt);
  }

  /** Installs LIGHT where the program has not chosen a look and feel, this library's or another. */
  static void installDefault() {
    if (UIManager.getLookAndFeel() instanceof MetalLookAndFeel) {
      LIGHT.installOnEdt();
    }
  }

  private void installOnEdt() {
    boolean installed = this == DARK ? FlatDarkLaf.setup() : FlatLightLaf.setup();
    if (!installed) {
      throw new IllegalStateException(
          "the look and feel could not be installed; is there any font on this machine?"
              + " (Debian: libfontconfig1 and fonts-dejavu-core)");
    }
    FlatLaf.updateUI();
    OffscreenHost.updateLooks();
  }
}
