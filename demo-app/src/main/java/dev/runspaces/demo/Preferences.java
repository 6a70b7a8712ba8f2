package dev.runspaces.demo;

import dev.runspaces.SharedState;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.window.Handler;
import dev.runspaces.swing.window.Layout;
import dev.runspaces.swing.window.LayoutWindow;
import dev.runspaces.swing.window.Layouts;
import dev.runspaces.swing.window.Theme;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Window;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import javax.swing.JSlider;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;
import org.jspecify.annotations.Nullable;

/** A dialog whose fields show and change a {@link SharedState}, to be applied at once. */
final class Preferences implements DemoWindow {
  private final SharedState settings = new SharedState();
  private Map<String, Object> applied;
  private @Nullable LayoutWindow window;

  /** Makes one for a program that has this theme. */
  Preferences(Theme theme) {
    settings.put("theme", name(theme));
    settings.put("textSize", 100);
    settings.put("proxy", false);
    settings.put("host", "proxy.example.org");
    settings.put("port", 8080);
    applied = settings.snapshot();
  }

  /** Returns what the layout calls it. */
  private static String name(Theme theme) {
    return theme == Theme.DARK ? "Dark" : "Light";
  }

  @Override
  public Layout layout() throws IOException {
    return Layouts.load(Preferences.class.getResource("preferences.xml"))
        .model("settings", settings)
        .controller(this);
  }

  @Override
  public void furnish(LayoutWindow made) {
    window = made;
  }

  /** Returns what was applied last. */
  Map<String, Object> applied() {
    return applied;
  }

  @Handler
  void edited() {
    window().action("apply").setEnabled(true);
  }

  @Handler
  void apply() throws InterruptedException {
    applied = settings.snapshot();
    int percent = (int) Objects.requireNonNull(applied.get("textSize"));
    Edt.run(() -> setTextSize(percent));
    for (Theme theme : Theme.values()) {
      if (name(theme).equals(applied.get("theme"))) {
        theme.install();
      }
    }
    window().action("apply").setEnabled(false);
    Edt.run(this::makeRoom);
  }

  /** For the look and feel that is installed next. */
  private static void setTextSize(int percent) {
    Font usual = UIManager.getLookAndFeelDefaults().getFont("defaultFont");
    UIManager.put(
        "defaultFont",
        percent == 100
            ? null
            : new FontUIResource(usual.deriveFont(usual.getSize2D() * percent / 100)));
  }

  /** The window becomes as large as its texts ask for, if it is smaller. */
  private void makeRoom() {
    Window around = SwingUtilities.getWindowAncestor(window().find("size", JSlider.class));
    if (around != null && around.isDisplayable()) { // else it was closed, or is painted offscreen
      Dimension needed = around.getPreferredSize();
      Dimension before = around.getSize();
      around.setSize(Math.max(before.width, needed.width), Math.max(before.height, needed.height));
    }
  }

  @Handler
  void close() {
    window().close();
  }

  private LayoutWindow window() {
    return Objects.requireNonNull(window, "furnish comes before any handler");
  }
}
