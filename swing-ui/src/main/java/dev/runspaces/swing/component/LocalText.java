package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An attribute whose text depends on the language: {@code text="%save"}. Immutable.
 *
 * @param attribute the attribute
 * @param key the key, without the percent sign
 * @param type what the text becomes
 */
record LocalText<V>(LayoutAttribute attribute, String key, ValueType<V> type) {
  private static final Pattern KEY = Pattern.compile("%[A-Za-z_][\\w.-]*");

  /** Tells whether a value is a key; what only looks like one is written with two percent signs. */
  static boolean isKey(String value) {
    return value.startsWith("%") && KEY.matcher(value).matches();
  }

  /** Returns a value that is no key as it is meant. */
  static String unescaped(String value) {
    return value.startsWith("%%") && isKey(value.substring(1)) ? value.substring(1) : value;
  }

  /** Finds its value in a language; empty, after saying why, if there is none. */
  Optional<V> in(Texts texts, List<LayoutProblem> problems) {
    Optional<String> text = texts.find(key);
    if (text.isEmpty()) {
      problems.add(
          texts.areThere()
              ? ReferenceProblems.unknownKey(attribute, key, texts.locale(), texts.keys())
              : ReferenceProblems.textsMissing(attribute));
      return Optional.empty();
    }
    Optional<V> value = text.flatMap(this::read);
    if (value.isEmpty()) {
      problems.add(ReferenceProblems.badText(attribute, texts.locale(), type.expected()));
    }
    return value;
  }

  private Optional<V> read(String text) {
    if (type.equals(MnemonicText.WITHOUT)) {
      return MnemonicText.TYPE.read(text).flatMap(marked -> type.read(marked.text()));
    }
    return type.read(text);
  }
}
