package dev.runspaces.benchmarks.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FXML is compared with the same nodes by hand. */
class FxFormsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 40, 80, 1_000})
  void bothBuildTheSameForm(int components) throws Exception {
    var all = FxForms.all(components);
    assertThat(FxForms.<Integer>onFxThread(() -> FxForms.controlsOf(all.get(FxForms.FXML).build())))
        .isEqualTo(components);
    assertThat(lines(all.get(FxForms.FXML))).isEqualTo(lines(all.get(FxForms.HAND)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 1_000})
  void soDoBothWithLinesInBoxes(int components) throws Exception {
    var all = FxForms.all(components);
    assertThat(
            FxForms.<Integer>onFxThread(() -> FxForms.controlsOf(all.get(FxForms.BOXES).build())))
        .isEqualTo(components);
    assertThat(lines(all.get(FxForms.BOXES))).isEqualTo(lines(all.get(FxForms.BOXES_BY_HAND)));
  }

  private static List<String> lines(FxForms.Form form) throws Exception {
    return FxForms.onFxThread(
        () -> {
          var lines = new ArrayList<String>();
          describe(form.build(), "", lines);
          return lines;
        });
  }

  private static void describe(Node node, String indent, List<String> lines) {
    lines.add(
        indent
            + node.getClass().getName()
            + " "
            + node.getId()
            + " row "
            + Objects.requireNonNullElse(GridPane.getRowIndex(node), 0)
            + " column "
            + Objects.requireNonNullElse(GridPane.getColumnIndex(node), 0)
            + " grows "
            + HBox.getHgrow(node)
            + (node instanceof Labeled labeled ? " " + labeled.getText() : "")
            + (node instanceof TextField field ? " of " + field.getPrefColumnCount() : "")
            + (node instanceof CheckBox box ? " selected " + box.isSelected() : "")
            + (node instanceof ButtonBase button
                ? " handled " + (button.getOnAction() != null)
                : ""));
    if (node instanceof GridPane grid) {
      grid.getColumnConstraints()
          .forEach(column -> lines.add(indent + " column grows " + column.getHgrow()));
    }
    if (node instanceof Parent parent && !(node instanceof Control)) {
      parent.getChildrenUnmodifiable().forEach(child -> describe(child, indent + " ", lines));
    }
  }
}
