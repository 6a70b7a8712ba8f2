package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.miginfocom.layout.AC;
import net.miginfocom.layout.CC;
import net.miginfocom.layout.ConstraintParser;
import net.miginfocom.layout.LC;
import net.miginfocom.swing.MigLayout;

/**
 * MigLayout's constraints, parsed once from a layout's attributes and shared by all its windows.
 */
final class MigText {
  /** The attributes of an element whose children MigLayout places. */
  static final List<String> CONTAINER_ATTRIBUTES = List.of("layout", "columns", "rows");

  /** The attribute of a child that MigLayout places. */
  static final String CHILD_ATTRIBUTE = "cell";

  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

  private MigText() {}

  /** The three constraints of a container. */
  record Grid(LC layout, AC columns, AC rows) {
    MigLayout newLayout() {
      return new MigLayout(layout, columns, rows);
    }
  }

  static Grid grid(LayoutElement element, List<LayoutProblem> problems) {
    return new Grid(
        parse(element, "layout", ConstraintParser::parseLayoutConstraint, problems),
        parse(element, "columns", ConstraintParser::parseColumnConstraints, problems),
        parse(element, "rows", ConstraintParser::parseRowConstraints, problems));
  }

  static CC cell(LayoutElement element, List<LayoutProblem> problems) {
    return parse(element, CHILD_ATTRIBUTE, ConstraintParser::parseComponentConstraint, problems);
  }

  private static <C> C parse(
      LayoutElement element,
      String attribute,
      Function<String, C> parser,
      List<LayoutProblem> problems) {
    LayoutAttribute given = element.attribute(attribute).orElse(null);
    if (given != null) {
      try {
        return parser.apply(ConstraintParser.prepare(given.value()));
      } catch (RuntimeException refused) { // MigLayout throws whatever its parser runs into
        String why = refused.getMessage() == null ? refused.toString() : refused.getMessage();
        problems.add(LayoutProblem.badConstraint(given, offsetOf(why, given.value()), why));
      }
    }
    return parser.apply("");
  }

  /** MigLayout quotes the part that it did not understand: finds where that part stands. */
  private static int offsetOf(String why, String constraint) {
    String text = constraint.toLowerCase(Locale.ROOT);
    Matcher quoted = QUOTED.matcher(why.toLowerCase(Locale.ROOT));
    while (quoted.find()) {
      int offset = text.indexOf(quoted.group(1).strip());
      if (offset >= 0) {
        return offset;
      }
    }
    return 0;
  }
}
