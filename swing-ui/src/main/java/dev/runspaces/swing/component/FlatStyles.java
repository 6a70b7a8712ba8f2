package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.swing.Box;
import javax.swing.JColorChooser;
import javax.swing.JComponent;
import javax.swing.JDesktopPane;
import javax.swing.JFileChooser;
import javax.swing.JLayeredPane;

/**
 * FlatLaf's styles, fonts and client properties, as far as they only say how something looks.
 * FlatLaf itself would also make objects of classes that a style names.
 */
final class FlatStyles {
  private static final String STYLE_PROPERTY = "FlatLaf.style";

  /**
   * What FlatLaf documents for more than one kind of component; each is a color, number or flag.
   */
  private static final Set<String> KEYS =
      Set.of(
          ("arc background borderColor borderWidth buttonDisabledArrowColor buttonArrowColor"
                  + " disabledBackground disabledBorderColor disabledForeground"
                  + " disabledSelectedBackground disabledSelectedForeground disabledText"
                  + " errorBorderColor errorFocusedBorderColor focusColor focusWidth"
                  + " focusedBackground focusedBorderColor focusedForeground font foreground"
                  + " gridColor hoverBackground hoverBorderColor hoverForeground iconTextGap"
                  + " inactiveBackground inactiveForeground innerFocusWidth innerOutlineWidth"
                  + " intercellSpacing margin minimumHeight minimumWidth"
                  + " outlineColor padding placeholderForeground pressedBackground"
                  + " pressedForeground rowHeight selectedBackground selectedForeground"
                  + " selectionArc selectionBackground selectionForeground"
                  + " selectionInactiveBackground selectionInactiveForeground selectionInsets"
                  + " showButtons showClearButton showHorizontalLines showVerticalLines tabArc"
                  + " tabHeight tabInsets tabSelectionHeight thumb thumbArc thumbColor thumbSize"
                  + " thumbWidth track trackArc trackColor trackWidth underlineColor")
              .split(" ", -1));

  /** Colors, numbers, flags and keys of the theme; no functions, classes or braces. */
  private static final Pattern STYLE_VALUE = Pattern.compile("[\\w #.,%$+-]{1,100}");

  /** The words and sizes of a font, then perhaps its family; or a font of the theme. */
  private static final Pattern FONT =
      Pattern.compile(
          "\\$[\\w.]+\\.font|(?:(?:bold|italic|plain|light|semibold)(?:\\s+|$))*"
              + "(?:(?:[+-]?\\d{1,3}|\\d{1,3}%)(?:\\s+|$))?(?:[A-Za-z][\\w -]*)?");

  static final ValueType<String> STYLE =
      ValueType.of("a style like arc: 8; background: #eef", FlatStyles::style);

  static final ValueType<String> FONT_STYLE =
      ValueType.of("a font like bold +2, 14 Monospaced or $h2.font", FlatStyles::font);

  static final ValueType<Map<String, Object>> CLIENT_PROPERTIES =
      ValueType.of(
          "client properties of FlatLaf like JTextField.showClearButton: true",
          FlatStyles::clientProperties);

  /** What FlatLaf leaves as it is: they show nothing of their own. */
  private static final List<Class<?>> UNSTYLED =
      List.of(
          Box.class,
          JColorChooser.class,
          JDesktopPane.class,
          JFileChooser.class,
          JLayeredPane.class);

  private FlatStyles() {}

  static <T> Tag<T> addTo(Tag<T> tag) {
    boolean isStyled = UNSTYLED.stream().noneMatch(type -> type.isAssignableFrom(tag.product()));
    Tag<T> styled =
        isStyled
            ? tag.property("font", FONT_STYLE, (it, font) -> addStyle(it, "font: " + font))
                .property("style", STYLE, FlatStyles::addStyle)
            : tag;
    return styled.property(
        "clientProperties",
        CLIENT_PROPERTIES,
        (it, values) -> values.forEach(((JComponent) it)::putClientProperty));
  }

  private static void addStyle(Object it, String style) {
    var component = (JComponent) it;
    Object before = component.getClientProperty(STYLE_PROPERTY);
    component.putClientProperty(STYLE_PROPERTY, before == null ? style : before + "; " + style);
  }

  private static Optional<String> style(String text) {
    return pairs(text)
        .filter(
            pairs ->
                pairs.entrySet().stream()
                    .allMatch(
                        pair ->
                            KEYS.contains(pair.getKey())
                                && STYLE_VALUE.matcher(pair.getValue()).matches()))
        .map(pairs -> text.strip());
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

  private static Optional<Map<String, Object>> clientProperties(String text) {
    Optional<Map<String, String>> pairs = pairs(text);
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    var values = new HashMap<String, Object>();
    for (Map.Entry<String, String> pair : pairs.get().entrySet()) {
      ValueType<?> type = ClientProperties.ALL.get(pair.getKey());
      Object value = type == null ? null : type.read(pair.getValue()).orElse(null);
      if (value == null) {
        return Optional.empty();
      }
      values.put(pair.getKey(), value);
    }
    return Optional.of(Map.copyOf(values));
  }

  /** Reads {@code key: value; key: value}; empty if it is nothing of the kind. */
  private static Optional<Map<String, String>> pairs(String text) {
    var pairs = new LinkedHashMap<String, String>();
    String all = text.strip();
    for (String pair :
        (all.endsWith(";") ? all.substring(0, all.length() - 1) : all).split(";", -1)) {
      int colon = pair.indexOf(':');
      String key = colon < 0 ? "" : pair.substring(0, colon).strip();
      String value = pair.substring(colon + 1).strip();
      if (key.isEmpty() || value.isEmpty() || pairs.put(key, value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(pairs);
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
