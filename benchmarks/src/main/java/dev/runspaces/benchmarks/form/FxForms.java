package dev.runspaces.benchmarks.form;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;

/**
 * The same for JavaFX: the form by hand, and from FXML. A control has no skin before it is shown,
 * so that these times say nothing beside those of Swing; their ratio does.
 */
public final class FxForms {
  /** The one that FXML is compared with. */
  public static final String HAND = "JavaFX, by hand";

  /** A loader for each form, as a loader loads once. */
  public static final String FXML = "FXML";

  /** The same lines without a grid: a loader looks for each property of a parent anew. */
  static final String BOXES = "FXML, lines in boxes";

  static final String BOXES_BY_HAND = "JavaFX, by hand, lines in boxes";

  private FxForms() {}

  /** Builds a form. */
  @FunctionalInterface
  public interface Form {
    /** Returns its root. On JavaFX's thread. */
    Parent build() throws Exception;
  }

  /** Returns them all: a form of lines in grids, and one of lines in boxes. */
  public static Map<String, Form> all(int components) {
    var text = new FormText(components);
    var all = new LinkedHashMap<String, Form>();
    all.put(HAND, () -> FxHandWritten.grids(text, FxForms::sink));
    all.put(FXML, loaded(FxText.grids(text)));
    if (components > 1) {
      all.put(BOXES_BY_HAND, () -> FxHandWritten.boxes(text, FxForms::sink));
      all.put(BOXES, loaded(FxText.boxes(text)));
    }
    return all;
  }

  private static Form loaded(String text) {
    byte[] fxml = text.getBytes(StandardCharsets.UTF_8);
    return () -> {
      var loader = new FXMLLoader();
      loader.setController(new FxController(FxForms::sink));
      return loader.load(new ByteArrayInputStream(fxml));
    };
  }

  private static void sink() {}

  /** Returns how many controls a form has. */
  public static int controlsOf(Parent root) {
    int controls = 0;
    for (Node child : root.getChildrenUnmodifiable()) {
      controls += child instanceof Control ? 1 : controlsOf((Parent) child);
    }
    return controls;
  }

  /** Runs something on JavaFX's thread, and waits for it; starts JavaFX, without a display. */
  public static <T> T onFxThread(Callable<T> code) throws Exception {
    return FxToolkit.call(code);
  }
}
