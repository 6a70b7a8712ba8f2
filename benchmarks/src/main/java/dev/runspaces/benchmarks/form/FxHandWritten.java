package dev.runspaces.benchmarks.form;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form as a JavaFX programmer writes it. */
final class FxHandWritten {
  private static final int ROWS = FormText.PER_PANEL / 4;

  private FxHandWritten() {}

  /** With a grid for each panel. */
  static Parent grids(FormText form, Runnable sink) {
    var root = new VBox();
    if (form.components() == 1) {
      root.getChildren().add(button("Save", sink));
      return root;
    }
    for (int number = 0; number < form.panels(); number++) {
      var panel = new GridPane();
      var growing = new ColumnConstraints();
      growing.setHgrow(Priority.ALWAYS);
      panel
          .getColumnConstraints()
          .addAll(
              new ColumnConstraints(), growing, new ColumnConstraints(), new ColumnConstraints());
      for (int row = 0; row < ROWS; row++) {
        panel.addRow(row, row(number * ROWS + row, sink));
      }
      root.getChildren().add(panel);
    }
    return root;
  }

  /** With a box for each line. */
  static Parent boxes(FormText form, Runnable sink) {
    var root = new VBox();
    for (int number = 0; number < form.panels(); number++) {
      var panel = new VBox();
      for (int row = 0; row < ROWS; row++) {
        Node[] line = row(number * ROWS + row, sink);
        HBox.setHgrow(line[1], Priority.ALWAYS);
        panel.getChildren().add(new HBox(line));
      }
      root.getChildren().add(panel);
    }
    return root;
  }

  private static Node[] row(int line, Runnable sink) {
    var field = new TextField();
    field.setId("field" + line);
    field.setPrefColumnCount(20);
    var active = new CheckBox("Active " + line);
    active.setSelected(true);
    return new Node[] {
      new Label("Name " + line), field, active, button("Save " + line, sink),
    };
  }

  private static Button button(String text, Runnable sink) {
    var button = new Button(text);
    button.setOnAction(click -> sink.run());
    return button;
  }
}
