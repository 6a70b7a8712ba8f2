package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.formdev.flatlaf.ui.FlatStylingSupport.StyleableUI;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.window.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;

/** What a style may say is what FlatLaf takes, found out by trying. */
class StyleTableTest {
  private static final Path TABLE =
      Path.of("src/main/resources/dev/runspaces/swing/component/flat-styles.txt");

  private static final Path PAGE = Path.of("../docs/styles.md");

  private static final String PAGE_HEAD =
      """
      # Styles

      What `style="arc: 8; background: #eef"` may say, component by component: keys of FlatLaf's, each with one kind of
      value. Any value may be one of the theme instead, such as `$Button.background`. A component of one's own takes what
      the one takes that it extends. This page is written by a test, which has tried everything on it.

      """;

  private static final String HEAD =
      """
      # What FlatLaf takes in a style: for each Swing class the keys, and the kind of each value.
      # Found out by trying (StyleTableTest), not by hand: ./mvnw with -Dgolden.update=true writes it anew.
      """;

  /** Bean properties that FlatLaf sets where its own delegate has no such key. */
  private static final List<String> PROPERTIES =
      List.of(
          "background",
          "font",
          "foreground",
          "gridColor",
          "iconTextGap",
          "intercellSpacing",
          "margin",
          "opaque",
          "rowHeight",
          "rowMargin",
          "selectionBackground",
          "selectionForeground",
          "showHorizontalLines",
          "showVerticalLines");

  /** Swing's own, of which nothing is drawn by a style. */
  private static final Set<String> WITHOUT_LOOK =
      Set.of("JColorChooser", "JDesktopPane", "JFileChooser", "JLayeredPane");

  private final Complaints complaints = new Complaints();

  @Test
  void isWhatFlatLafTakes() throws Exception {
    Theme.LIGHT.install();
    String found = Edt.call(this::table);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, found);
      fail("the table was written anew: " + TABLE);
    }
    assertThat(found).isEqualTo(read());
  }

  @Test
  void isShownOnAPage() throws Exception {
    String written = page(read());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, written);
      fail("the page was written anew: " + PAGE);
    }
    assertThat(Files.readString(PAGE).replace("\r\n", "\n")).isEqualTo(written);
  }

  private static String page(String table) {
    var page = new StringBuilder(PAGE_HEAD);
    for (StyleKind kind : StyleKind.values()) {
      page.append("- ")
          .append(kind.name().toLowerCase(Locale.ROOT))
          .append(": ")
          .append(kind.type().expected())
          .append('\n');
    }
    table
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              String[] parts = line.split(": ", 2);
              page.append("\n## ").append(parts[0].replace("javax.swing.J", "")).append("\n\n");
              for (StyleKind kind : StyleKind.values()) {
                String name = kind.name().toLowerCase(Locale.ROOT);
                List<String> keys =
                    Arrays.stream(parts[1].split(" ", -1))
                        .filter(entry -> entry.endsWith("=" + name))
                        .map(entry -> entry.substring(0, entry.indexOf('=')))
                        .toList();
                if (!keys.isEmpty()) {
                  page.append(name).append(": ").append(String.join(", ", keys)).append("\n\n");
                }
              }
              page.setLength(page.length() - 1);
            });
    return page.toString();
  }

  @Test
  void everyExampleOfAKindIsOfThatKind() {
    for (StyleKind kind : StyleKind.values()) {
      assertThat(kind.examples())
          .as("%s", kind)
          .allSatisfy(value -> assertThat(kind.type().read(value)).contains(value));
    }
  }

  private static String read() throws IOException {
    return Files.readString(TABLE).replace("\r\n", "\n");
  }

  private String table() {
    var table = new StringBuilder(HEAD);
    Logger flatLaf = Logger.getLogger("com.formdev.flatlaf");
    flatLaf.addHandler(complaints);
    flatLaf.setUseParentHandlers(false);
    try {
      new TreeMap<>(components()).forEach((name, component) -> table.append(line(name, component)));
    } finally {
      flatLaf.removeHandler(complaints);
      flatLaf.setUseParentHandlers(true);
    }
    return table.toString();
  }

  /** One of each class of Swing that a standard tag makes, or extends. */
  private static Map<String, JComponent> components() {
    var components = new LinkedHashMap<String, JComponent>();
    for (String tag : ComponentRegistry.standard().names()) {
      Class<?> product = ComponentRegistry.standard().find(tag).orElseThrow().product();
      while (!product.getName().startsWith("javax.swing.J") && product != Object.class) {
        product = product.getSuperclass();
      }
      String name = product.getName();
      if (JComponent.class.isAssignableFrom(product)
          && product != JComponent.class
          && !WITHOUT_LOOK.contains(product.getSimpleName())) {
        components.put(name, made(product));
      }
    }
    return components;
  }

  private static JComponent made(Class<?> type) {
    try {
      return (JComponent) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException none) {
      throw new LinkageError(type + " needs more to be made", none);
    }
  }

  private String line(String name, JComponent component) {
    var kinds = new ArrayList<String>();
    for (String key : keys(component)) {
      for (StyleKind kind : StyleKind.values()) {
        if (kind.examples().stream().allMatch(value -> takes(component, key + ": " + value))) {
          kinds.add(" " + key + "=" + kind.name().toLowerCase(Locale.ROOT));
          break;
        }
      }
    }
    return name + ":" + String.join("", kinds) + "\n";
  }

  private static Set<String> keys(JComponent component) {
    var keys = new TreeSet<>(PROPERTIES);
    if (component.getUI() instanceof StyleableUI styleable) {
      Map<String, Class<?>> types = styleable.getStyleableInfos(component);
      keys.addAll(types.keySet());
      // Of some words, which FlatLaf does not tell, it would take any.
      keys.removeIf(key -> types.get(key) == String.class);
    }
    return keys;
  }

  private boolean takes(JComponent component, String style) {
    complaints.count = 0;
    component.putClientProperty("FlatLaf.style", style);
    component.putClientProperty("FlatLaf.style", null);
    return complaints.count == 0;
  }

  /** Counts what FlatLaf writes into its log. */
  private static final class Complaints extends Handler {
    private int count;

    @Override
    public void publish(LogRecord complaint) {
      count++;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
