package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes layouts by the grammar of the registry: mostly with what is allowed where it is allowed,
 * with now and then a value, an attribute or an element that a hostile file would have.
 */
final class RandomLayout {
  private static final int DEEPEST = 7;
  private static final String NO_VALUE = "no value was found";

  private final Random random;
  private final ComponentRegistry registry;
  private final List<String> tags;
  private final HostileValues values;
  private final StringBuilder text = new StringBuilder();
  private int elements;

  RandomLayout(Random random, ComponentRegistry registry, HostileValues values) {
    this.random = random;
    this.registry = registry;
    this.tags = List.copyOf(registry.names());
    this.values = values;
  }

  String write() {
    if (chance(20)) {
      text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }
    element(chance(1) ? any(tags) : "Window", 0, false);
    String written = text.toString();
    return chance(10) ? mutated(written) : written;
  }

  private void element(String name, int depth, boolean placed) {
    elements++;
    Tag<?> tag = registry.find(name).orElse(null);
    text.append('<').append(name);
    if (tag != null) {
      attributes(tag, placed);
    }
    text.append('>');
    int children = depth >= DEEPEST || elements > 60 ? 0 : random.nextInt(5);
    for (int number = 0; number < children; number++) {
      String child = childOf(tag);
      if (child.isEmpty()) {
        break;
      }
      Tag<?> childTag = registry.find(child).orElse(null);
      boolean placedHere = tag != null && childTag != null && tag.places(childTag);
      element(child, depth + 1, placedHere || chance(1));
    }
    text.append("</").append(name).append('>');
  }

  private String childOf(@Nullable Tag<?> parent) {
    if (parent == null || random.nextInt(1_000) == 0) {
      return chance(50) ? any(tags) : values.any(random);
    }
    List<String> allowed =
        tags.stream()
            .filter(name -> registry.find(name).filter(parent::allows).isPresent())
            .toList();
    return allowed.isEmpty() ? "" : any(allowed);
  }

  private void attributes(Tag<?> tag, boolean placed) {
    var written = new ArrayList<String>();
    if (tag.product() == RepeatPanel.class && chance(98)) {
      attribute("name", "n" + elements, written);
      attribute(Template.ITEMS, any(List.of("{data.list}", "{data.none}", "{data.list}")), written);
      attribute(Template.AS, "item" + elements, written);
    } else if (chance(50)) {
      attribute("name", chance(99) ? "n" + elements : values.any(random), written);
    }
    for (String name : tag.propertyNames()) {
      if (chance(12)) {
        boolean isStyle = name.equals("style") && chance(90);
        String value = isStyle ? style(tag.product()) : valueOf(tag.property(name).type());
        attribute(name, value, written);
      }
    }
    for (String event : tag.eventNames()) {
      if (chance(3)) {
        attribute(event, chance(80) ? "Event" : values.any(random), written);
      }
    }
    if (tag.isLaidOut()) {
      boolean isOfSwing = chance(5);
      if (isOfSwing) {
        attribute(Arrangement.MANAGER, any(List.of("flow", "grid")), written);
      }
      for (String constraint : List.of("layout", "columns", "rows")) {
        if (!isOfSwing && chance(30)) {
          attribute(constraint, values.constraint(random, constraint), written);
        }
      }
    }
    if (placed && chance(40)) {
      attribute(Arrangement.PLACE, values.constraint(random, "cell"), written);
    }
    if (random.nextInt(1_000) == 0) {
      attribute(values.any(random), values.any(random), written);
    }
  }

  private String style(Class<?> component) {
    Map<String, ValueType<?>> keys = StyleKeys.of(component);
    var style = new TreeMap<String, String>();
    for (int times = random.nextInt(4); times >= 0; times--) {
      String key = any(List.copyOf(keys.keySet()));
      ValueType<?> type = Objects.requireNonNull(keys.get(key));
      style.put(key, any(examplesOf(type)));
    }
    return style.entrySet().stream()
        .map(pair -> pair.getKey() + ": " + pair.getValue())
        .collect(Collectors.joining("; "));
  }

  private static List<String> examplesOf(ValueType<?> type) {
    return Arrays.stream(StyleKind.values())
        .flatMap(kind -> kind.examples().stream())
        .filter(value -> type.read(value).isPresent())
        .toList();
  }

  private String valueOf(ValueType<?> type) {
    if (type.bound() != null && chance(3)) {
      return "{data.text}";
    }
    if (type == IconName.TYPE && chance(99)) {
      return NO_VALUE; // there are no files, and a mistake more ends it all
    }
    Collection<String> words = type.words();
    if (!words.isEmpty() && chance(99)) {
      return any(List.copyOf(words));
    }
    if (random.nextInt(300) == 0) {
      return values.any(random);
    }
    for (int attempt = 0; attempt < 40; attempt++) {
      String value = values.any(random);
      if (type.read(value).isPresent()) {
        return value;
      }
    }
    return NO_VALUE;
  }

  private void attribute(String name, String value, List<String> written) {
    if (value.equals(NO_VALUE) || (written.contains(name) && chance(99))) {
      return;
    }
    written.add(name);
    String escaped =
        random.nextInt(1_000) > 0
            ? value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
            : value;
    text.append(' ').append(name).append("=\"").append(escaped).append('"');
  }

  /** Takes something out, puts something in, or doubles something. */
  private String mutated(String good) {
    var mutated = new StringBuilder(good);
    for (int times = random.nextInt(3); times >= 0 && mutated.length() > 1; times--) {
      int start = random.nextInt(mutated.length());
      int end = Math.min(mutated.length(), start + random.nextInt(40));
      switch (random.nextInt(3)) {
        case 0 -> mutated.delete(start, end);
        case 1 -> mutated.insert(start, values.piece(random));
        default -> mutated.insert(start, mutated.substring(start, end));
      }
    }
    return mutated.toString();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
