package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.IncludeProblems;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file was told by who includes it, to be used as {@code ${title}}. Immutable.
 *
 * @param values by name; each is where it was given, so that what is wrong with it is told there
 */
record Parameters(Map<String, LayoutAttribute> values) {
  /** What a window has. */
  static final Parameters NONE = new Parameters(Map.of());

  private static final Pattern USE = Pattern.compile("\\$(\\$?)\\{([\\w-]+)}");

  /** Puts values in the place of their names; no longer than values in files may be. */
  LayoutAttribute applyTo(LayoutAttribute attribute, int most, List<LayoutProblem> problems) {
    String text = attribute.value();
    if (text.indexOf("${") < 0) {
      return attribute;
    }
    Matcher use = USE.matcher(text);
    var replaced = new StringBuilder();
    int done = 0;
    while (use.find()) {
      replaced.append(text, done, use.start());
      done = use.end();
      LayoutAttribute given = values.get(use.group(2));
      if (!use.group(1).isEmpty()) {
        replaced.append(text, use.start() + 1, use.end());
      } else if (given == null) {
        problems.add(
            IncludeProblems.undeclared(attribute, use.start(), use.group(2), values.keySet()));
      } else if (use.start() == 0 && done == text.length()) {
        return attribute.withValue(given.value(), given.valueLocation());
      } else {
        replaced.append(given.value());
      }
      if (replaced.length() > most) {
        break; // with others like that it would fill the memory
      }
    }
    replaced.append(text, done, text.length());
    if (replaced.length() > most) {
      problems.add(IncludeProblems.tooLong(attribute, most));
      return attribute.withValue("", attribute.valueLocation());
    }
    return attribute.withValue(replaced.toString(), attribute.valueLocation());
  }
}
