package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.swing.JComponent;

/**
 * FlatLaf's styles, fonts and client properties, as far as they only say how something looks.
 * FlatLaf itself would also make objects of classes that a style names.
 */
final class FlatStyles {
  private static final String STYLE_PROPERTY = "FlatLaf.style";

  /** The words and sizes of a font, then perhaps its family; or a font of the theme. */
  private static final Pattern FONT =
      Pattern.compile(
          "\\$[\\w.]+\\.font|(?:(?:bold|italic|plain|light|semibold)(?:\\s+|$))*"
              + "(?:(?:[+-]?\\d{1,3}|\\d{1,3}%)(?:\\s+|$))?(?:[A-Za-z][\\w -]*)?");

  static final ValueType<String> FONT_STYLE =
      ValueType.of("a font like bold +2, 14 Monospaced or $h2.font", FlatStyles::font);

  static final ValueType<Map<String, Object>> CLIENT_PROPERTIES =
      ValueType.of(
              "client properties of FlatLaf like JTextField.showClearButton: true",
              text -> KeyedValues.read(text, ClientProperties.ALL))
          .explainedBy(text -> KeyedValues.faults(text, ClientProperties.ALL));

  private FlatStyles() {}

  /** Adds to what a component's style says already. */
  static void add(JComponent component, String style) {
    Object before = component.getClientProperty(STYLE_PROPERTY);
    component.putClientProperty(STYLE_PROPERTY, before == null ? style : before + "; " + style);
  }

  /** The keys are looked up when a layout first has a style: few have one. */
  static ValueType<String> styleOf(Class<?> component) {
    return ValueType.of(
            "a style like arc: 8; background: #eef",
            text -> KeyedValues.read(text, StyleKeys.of(component)).map(values -> text.strip()))
        .explainedBy(text -> KeyedValues.faults(text, StyleKeys.of(component)));
  }

  private static Optional<String> font(String text) {
    String font = text.strip();
    boolean isRight = !font.isEmpty() && font.length() <= 100 && FONT.matcher(font).matches();
    return isRight ? Optional.of(quotedFamily(font)) : Optional.empty();
  }

  /** FlatLaf wants quotes around a family of several words. */
  private static String quotedFamily(String font) {
    List<String> style = new ArrayList<>();
    List<String> family = new ArrayList<>();
    for (String word : font.split("\\s+", -1)) {
      boolean isStyle =
          family.isEmpty()
              && word.matches("bold|italic|plain|light|semibold|[+-]?\\d+|\\d+%|\\$.*");
      (isStyle ? style : family).add(word);
    }
    if (!family.isEmpty()) {
      style.add('"' + String.join(" ", family) + '"');
    }
    return String.join(" ", style);
  }

  /** Made when a layout first has one. */
  private static final class ClientProperties {
    private static final Map<String, ValueType<?>> ALL = properties();
  }

  private static Map<String, ValueType<?>> properties() {
    var properties = new HashMap<String, ValueType<?>>();
    for (String flag :
        ("JComponent.roundRect JTextField.showClearButton JTabbedPane.showTabSeparators"
                + " JTabbedPane.showContentSeparator JTabbedPane.hasFullBorder"
                + " JProgressBar.largeHeight JProgressBar.square JScrollBar.showButtons"
                + " JScrollPane.smoothScrolling JTree.wideSelection JTree.paintSelection")
            .split(" ", -1)) {
      properties.put(flag, ValueType.FLAG);
    }
    for (String size :
        "JComponent.minimumWidth JComponent.minimumHeight JTabbedPane.tabHeight".split(" ", -1)) {
      properties.put(size, ValueType.integer(0, 10_000));
    }
    properties.put("JTextField.placeholderText", ValueType.TEXT);
    properties.put("JTextField.padding", SwingValues.INSETS);
    properties.put("JTextField.selectAllOnFocusPolicy", words("never once always"));
    properties.put("JComponent.outline", words("error warning success"));
    properties.put(
        "JButton.buttonType", words("none square roundRect tab help toolBarButton borderless"));
    properties.put("JTabbedPane.tabType", words("underlined card"));
    properties.put("JTabbedPane.tabWidthMode", words("preferred equal compact"));
    properties.put("JTabbedPane.tabAreaAlignment", words("leading trailing center fill"));
    properties.put("JTabbedPane.tabAlignment", words("leading trailing center"));
    properties.put("JTabbedPane.scrollButtonsPolicy", words("never asNeeded asNeededSingle"));
    properties.put("JSplitPane.expandableSide", words("left right"));
    return Map.copyOf(properties);
  }

  private static ValueType<String> words(String all) {
    var words = new HashMap<String, String>();
    Arrays.asList(all.split(" ", -1)).forEach(word -> words.put(word, word));
    return ValueType.oneOf(words);
  }
}
