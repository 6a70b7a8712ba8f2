package dev.runspaces.benchmarks.form;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A form of so many components, in panels of forty: labels, text fields, check boxes and buttons in
 * turn. One component is a button.
 */
public record FormText(int components) {
  static final int PER_PANEL = 40;

  private static final String OURS_ROW =
      """
          <Label text="Name %1$d"/>
          <TextField name="field%1$d" columns="20" cell="growx"/>
          <CheckBox text="Active %1$d" selected="true"/>
          <Button text="Save %1$d" onClick="save"/>
      """;

  private static final String SIERRA_ROW =
      """
          <row-panel>
            <label text="Name %1$d"/>
            <text-field columns="20" weight="1"/>
            <check-box text="Active %1$d" selected="true"/>
            <button text="Save %1$d"/>
          </row-panel>
      """;

  private static final String SWIXML_ROW =
      """
          <label text="Name %1$d"/>
          <textfield name="field%1$d" columns="20" constraints="growx"/>
          <checkbox text="Active %1$d" selected="true"/>
          <button text="Save %1$d" action="save"/>
      """;

  private static final String GROOVY_ROW =
      """
          label(text: 'Name %1$d')
          textField(name: 'field%1$d', columns: 20, constraints: 'growx')
          checkBox(text: 'Active %1$d', selected: true)
          button(text: 'Save %1$d', actionPerformed: { sink.run() })
      """;

  int panels() {
    return components == 1 ? 0 : components / PER_PANEL;
  }

  /** Returns it in the language of this library. */
  public String ours() {
    return components == 1
        ? "<Window><Button text=\"Save\" onClick=\"save\"/></Window>"
        : all(
            "<Window layout=\"wrap 1\">\n",
            "  <Panel layout=\"wrap 4\" columns=\"[][grow][][]\">\n",
            OURS_ROW,
            "  </Panel>\n",
            "</Window>");
  }

  /** Returns it in Sierra's, whose grids are columns of rows. */
  String sierra() {
    return components == 1
        ? "<column-panel><button text=\"Save\"/></column-panel>"
        : all(
            "<column-panel>\n",
            "  <column-panel alignToGrid=\"true\">\n",
            SIERRA_ROW,
            "  </column-panel>\n",
            "</column-panel>");
  }

  /** Returns it as a script for Groovy's SwingBuilder. */
  String groovy() {
    return components == 1
        ? "builder.panel(layout: new net.miginfocom.swing.MigLayout()) {"
            + " button(text: 'Save', actionPerformed: { sink.run() }) }"
        : all(
            "builder.panel(layout: new net.miginfocom.swing.MigLayout('wrap 1')) {\n",
            "  panel(layout: new net.miginfocom.swing.MigLayout('wrap 4', '[][grow][][]')) {\n",
            GROOVY_ROW,
            "  }\n",
            "}");
  }

  /** Returns it in SwiXML's, with the tag for MigLayout that {@link Swixml} gives it. */
  String swixml() {
    return components == 1
        ? "<panel><layout type=\"miglayout\"/><button text=\"Save\" action=\"save\"/></panel>"
        : all(
            "<panel>\n  <layout type=\"miglayout\" constraints=\"wrap 1\"/>\n",
            "  <panel>\n    <layout type=\"miglayout\" constraints=\"wrap 4\" columns=\"[][grow][][]\"/>\n",
            SWIXML_ROW,
            "  </panel>\n",
            "</panel>");
  }

  /** Returns it all: each row with the number of its line, and with that in its panel. */
  String all(String start, String panel, String row, String panelEnd, String end) {
    return IntStream.range(0, panels())
        .mapToObj(
            number ->
                IntStream.range(0, PER_PANEL / 4)
                    .mapToObj(line -> String.format(row, number * (PER_PANEL / 4) + line, line))
                    .collect(Collectors.joining("", panel, panelEnd)))
        .collect(Collectors.joining("", start, end));
  }
}
