package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.PlaceProblems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.miginfocom.layout.AC;
import net.miginfocom.layout.CC;
import net.miginfocom.layout.ConstraintParser;
import net.miginfocom.layout.LC;
import net.miginfocom.layout.UnitValue;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * MigLayout's constraints, parsed once from a layout's attributes and shared by all its windows.
 */
final class MigText {
  /** The words of all constraints, for "did you mean"; MigLayout keeps its own list to itself. */
  private static final List<String> WORDS =
      List.of(
          ("align alignx aligny ax ay baseline bottom bottomtotop btt bypass cell center debug dock"
                  + " east external fill fillx filly flowx flowy gap gapafter gapbefore gapbottom"
                  + " gapleft gapright gaptop gapx gapy grow growprio growx growy height hidemode"
                  + " hmax hmin id ins insets leading left lefttoright ltr max min newline nocache"
                  + " nogrid noshrink noshrinkx noshrinky north pack pad pos push pushx pushy right"
                  + " righttoleft rtl shrink shrinkprio shrinkx shrinky sizegroup sizegroupx"
                  + " sizegroupy skip south span spanx spany split tag top toptobottom trailing ttb"
                  + " visualpadding west width wmax wmin wrap x x2 y y2")
              .split(" "));

  /** More than any length, priority or weight; from millions on MigLayout's sums overflow. */
  private static final int GREATEST = 10_000;

  /** What MigLayout's baseline has for a unit. */
  private static final int NO_UNIT = -1;

  private MigText() {}

  /**
   * The three constraints of a container.
   *
   * @param most how many columns and rows there may be
   */
  record Grid(LC layout, AC columns, AC rows, int most) implements Arrangement {
    @Override
    public MigLayout newLayout() {
      return new MigLayout(layout, columns, rows);
    }

    @Override
    public CC placeOf(
        LayoutElement child, Map<Object, LayoutElement> taken, List<LayoutProblem> problems) {
      CC cell = cell(child, most, problems);
      nameAsItIsRead(cell, child);
      taken.put(cell, child);
      return cell;
    }

    /** MigLayout reads links in small letters, and then finds no name that has others. */
    private static void nameAsItIsRead(CC cell, LayoutElement child) {
      LayoutAttribute given = child.attribute(AttributeNames.NAME).orElse(null);
      if (given != null && cell.getId() == null) {
        String name = child.space() + given.value();
        String read = name.toLowerCase(Locale.ROOT);
        if (!read.equals(name)) {
          cell.setId(read);
        }
      }
    }

    @Override
    public void check(Map<Object, LayoutElement> taken, List<LayoutProblem> problems) {
      for (Object place : taken.keySet()) {
        if (place instanceof CC cell && cell.getPos() != null) {
          PosLinks.check(taken, problems);
          return;
        }
      }
    }
  }

  static Grid grid(LayoutElement element, int most, List<LayoutProblem> problems) {
    LayoutAttribute layout = element.attribute("layout").orElse(null);
    LayoutAttribute columns = element.attribute("columns").orElse(null);
    LayoutAttribute rows = element.attribute("rows").orElse(null);
    return new Grid(
        layout == null ? new LC() : parse(layout, MigText::layout, new LC(), problems),
        columns == null
            ? new AC()
            : parse(columns, ConstraintParser::parseColumnConstraints, new AC(), problems),
        rows == null
            ? new AC()
            : parse(rows, ConstraintParser::parseRowConstraints, new AC(), problems),
        most);
  }

  private static CC cell(LayoutElement element, int most, List<LayoutProblem> problems) {
    LayoutAttribute given = element.attribute(Arrangement.PLACE).orElse(null);
    if (given == null) {
      return new CC();
    }
    CC cell = parse(given, ConstraintParser::parseComponentConstraint, new CC(), problems);
    if (Math.max(cell.getSkip(), Math.max(cell.getCellX(), cell.getCellY())) >= most) {
      problems.add(PlaceProblems.outsideOfGrid(given, most));
    }
    if (cell.getSplit() < 1) { // on which MigLayout would fail when the window is laid out
      problems.add(LayoutProblem.badValue(given, "a place: a cell is split into 1 part or more"));
    }
    return cell;
  }

  private static <C> C parse(
      LayoutAttribute given, Function<String, C> parser, C ifWrong, List<LayoutProblem> problems) {
    if (!refuseGreatNumbers(given, problems)) {
      try {
        return parser.apply(ConstraintParser.prepare(given.value()));
      } catch (RuntimeException refused) { // MigLayout throws whatever its parser runs into
        problems.add(PlaceProblems.badConstraint(given, misunderstood(refused, given), WORDS));
      }
    }
    return ifWrong;
  }

  private static LC layout(String text) {
    LC layout = ConstraintParser.parseLayoutConstraint(text);
    if (isBaseline(layout.getAlignX()) || isBaseline(layout.getAlignY())) {
      // It would throw this itself, but only when the window is laid out.
      throw new IllegalArgumentException("'baseline'");
    }
    return layout;
  }

  /** A baseline is no place of a grid as a whole: only components have one. */
  private static boolean isBaseline(@Nullable UnitValue align) {
    return align != null && align.getUnit() == NO_UNIT;
  }

  private static boolean refuseGreatNumbers(LayoutAttribute given, List<LayoutProblem> problems) {
    String text = given.value();
    int start = nextNumber(text, 0);
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      String digits = text.substring(start, end);
      if (digits.length() > 9 || Integer.parseInt(digits) > GREATEST) {
        problems.add(PlaceProblems.greatNumber(given, start, digits, GREATEST));
        return true;
      }
      start = nextNumber(text, end);
    }
    return false;
  }

  /** Returns where one begins, or the length; what follows a letter is the end of a word. */
  private static int nextNumber(String text, int from) {
    int at = from;
    while (at < text.length()
        && (!Character.isDigit(text.charAt(at)) || (at > 0 && isInWord(text.charAt(at - 1))))) {
      at++;
    }
    return at;
  }

  private static boolean isInWord(char c) {
    return Character.isLetter(c) || c == '_';
  }

  /** MigLayout quotes what it did not understand; the last part quoted is the smallest. */
  private static String misunderstood(RuntimeException refused, LayoutAttribute given) {
    String part = given.value();
    Matcher quoted = Pattern.compile("'([^']+)'").matcher(String.valueOf(refused.getMessage()));
    while (quoted.find()) {
      String candidate = quoted.group(1).strip();
      if (part.toLowerCase(Locale.ROOT).contains(candidate.toLowerCase(Locale.ROOT))) {
        part = candidate;
      }
    }
    return part;
  }
}
