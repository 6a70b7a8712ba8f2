package dev.runspaces.benchmarks.form;

/** The form in JavaFX's language, for {@link FxController}. */
final class FxText {
  private static final String START =
      """
      <?import javafx.scene.control.Button?>
      <?import javafx.scene.control.CheckBox?>
      <?import javafx.scene.control.Label?>
      <?import javafx.scene.control.TextField?>
      <?import javafx.scene.layout.ColumnConstraints?>
      <?import javafx.scene.layout.GridPane?>
      <?import javafx.scene.layout.HBox?>
      <?import javafx.scene.layout.VBox?>
      <VBox xmlns:fx="http://javafx.com/fxml/1">
      """;

  private static final String END = "</VBox>";

  private static final String GRID =
      """
        <GridPane>
          <columnConstraints>
            <ColumnConstraints/>
            <ColumnConstraints hgrow="ALWAYS"/>
            <ColumnConstraints/>
            <ColumnConstraints/>
          </columnConstraints>
      """;

  private static final String GRID_ROW =
      """
          <Label text="Name %1$d" GridPane.rowIndex="%2$d"/>
          <TextField fx:id="field%1$d" prefColumnCount="20"
              GridPane.rowIndex="%2$d" GridPane.columnIndex="1"/>
          <CheckBox text="Active %1$d" selected="true"
              GridPane.rowIndex="%2$d" GridPane.columnIndex="2"/>
          <Button text="Save %1$d" onAction="#save"
              GridPane.rowIndex="%2$d" GridPane.columnIndex="3"/>
      """;

  private static final String BOX_ROW =
      """
          <HBox>
            <Label text="Name %1$d"/>
            <TextField fx:id="field%1$d" prefColumnCount="20" HBox.hgrow="ALWAYS"/>
            <CheckBox text="Active %1$d" selected="true"/>
            <Button text="Save %1$d" onAction="#save"/>
          </HBox>
      """;

  private FxText() {}

  /** Returns it with a grid for each panel, as forms are written. */
  static String grids(FormText form) {
    return form.components() == 1
        ? START + "<Button text=\"Save\" onAction=\"#save\"/>" + END
        : form.all(START, GRID, GRID_ROW, "  </GridPane>\n", END);
  }

  /** Returns it with a box for each line, which names hardly a property of a parent. */
  static String boxes(FormText form) {
    return form.all(START, "  <VBox>\n", BOX_ROW, "  </VBox>\n", END);
  }
}
