package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several values in one text, each with its key: {@code arc: 8; background: #eef}. */
final class KeyedValues {
  /** What is between two semicolons, if it is right. */
  private static final Pattern PAIR = Pattern.compile("\\s*([^:]*?)\\s*:\\s*(.*?)\\s*");

  private KeyedValues() {}

  /** A key and its value, and where they are. */
  private record Pair(String key, int keyStart, String value, int valueStart) {}

  /** Reads all; empty if there is anything wrong, see {@link #faults}. */
  static Optional<Map<String, Object>> read(String text, Map<String, ValueType<?>> types) {
    var values = new HashMap<String, Object>();
    for (Pair pair : pairs(text)) {
      ValueType<?> type = types.get(pair.key);
      Object value = type == null ? null : type.read(pair.value).orElse(null);
      if (value == null || values.put(pair.key, value) != null) {
        return Optional.empty();
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(values));
  }

  /** Returns the parts of a text that are wrong in themselves; empty if there are none such. */
  static List<ValueFault> faults(String text, Map<String, ValueType<?>> types) {
    var faults = new ArrayList<ValueFault>();
    var before = new HashSet<String>();
    for (Pair pair : pairs(text)) {
      ValueType<?> type = types.get(pair.key);
      if (type == null) {
        faults.add(ValueFault.unknown(pair.keyStart, pair.key, types.keySet()));
      } else if (!before.add(pair.key)) {
        faults.add(ValueFault.wrong(pair.keyStart, pair.key, "free: it is there before"));
      } else if (type.read(pair.value).isEmpty()) {
        faults.add(ValueFault.wrong(pair.valueStart, pair.value, type.expected()));
      }
    }
    return faults;
  }

  /** Returns the pairs; none if what is between semicolons is not a pair. */
  private static List<Pair> pairs(String text) {
    var pairs = new ArrayList<Pair>();
    int start = 0;
    for (String part : text.stripTrailing().split(";", -1)) {
      boolean isAfterTheLast =
          part.isEmpty() && start > 0 && start == text.stripTrailing().length();
      Matcher pair = PAIR.matcher(part);
      if (!isAfterTheLast) {
        if (!pair.matches() || pair.group(1).isEmpty() || pair.group(2).isEmpty()) {
          return List.of();
        }
        pairs.add(
            new Pair(pair.group(1), start + pair.start(1), pair.group(2), start + pair.start(2)));
      }
      start += part.length() + 1;
    }
    return pairs;
  }
}
