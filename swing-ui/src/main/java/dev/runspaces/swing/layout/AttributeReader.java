package dev.runspaces.swing.layout;

import java.util.ArrayList;
import java.util.List;

/** Reads the attributes in a tag: its names and equals signs. */
final class AttributeReader {
  private final TextCursor cursor;
  private final ProblemCollector problems;
  private final ValueReader valueReader;

  AttributeReader(TextCursor cursor, ProblemCollector problems) {
    this.cursor = cursor;
    this.problems = problems;
    this.valueReader = new ValueReader(cursor, problems);
  }

  /**
   * Reads from behind the tag's name up to what should be the tag's end, which is left to the
   * caller. Attributes that could not be understood are reported and left out.
   */
  List<LayoutAttribute> read(String tag) {
    List<LayoutAttribute> attributes = new ArrayList<>();
    cursor.skipWhiteSpace();
    String before = "";
    boolean touchesBefore = false;
    while (isAtAttribute()) {
      int nameStart = cursor.position();
      String name = cursor.word();
      if (touchesBefore) {
        checkStartsAttribute(nameStart, name, before);
      } else if (name.isEmpty()) {
        throw problems.stopAt(TagProblems.unexpected(cursor.at(nameStart), cursor.peek(), tag));
      }
      int most = cursor.limits().attributes();
      if (attributes.size() == most) {
        throw problems.stopAt(DocumentProblems.tooManyAttributes(cursor.at(nameStart), tag, most));
      }
      readValue(nameStart, name, attributes);
      before = name;
      touchesBefore = !cursor.skipWhiteSpace();
    }
    return attributes;
  }

  private boolean isAtAttribute() {
    return switch (cursor.peek()) {
      case TextCursor.END, '<', '>', '/', '?' -> false;
      default -> true;
    };
  }

  /** What follows a closing quote directly is an attribute, or else the quote was none. */
  private void checkStartsAttribute(int nameStart, String name, String before) {
    SourceLocation location = cursor.at(nameStart);
    if (name.isEmpty() || !isAtEqualsSign()) {
      throw problems.stopAt(TagProblems.valueGoesOn(location, before));
    }
    problems.report(TagProblems.missingWhiteSpace(location, name));
  }

  private boolean isAtEqualsSign() {
    int afterName = cursor.position();
    cursor.skipWhiteSpace();
    boolean found = cursor.isAt("=");
    cursor.moveTo(afterName);
    return found;
  }

  private void readValue(int nameStart, String name, List<LayoutAttribute> attributes) {
    SourceLocation location = cursor.at(nameStart);
    int illegal = XmlCharacters.firstIllegalInName(name);
    if (illegal >= 0) {
      problems.report(TagProblems.illegalName(cursor.at(nameStart + illegal), name, illegal));
    }
    int valueless = cursor.position();
    cursor.skipWhiteSpace();
    boolean equalsSign = cursor.skip("=");
    if (equalsSign) {
      valueless = cursor.position();
      cursor.skipWhiteSpace();
    }
    if (cursor.isAtQuote()) {
      if (!equalsSign) {
        problems.report(TagProblems.missingEqualsSign(location, name));
      }
      add(valueReader.quoted(name, location), illegal >= 0, attributes);
    } else if (equalsSign && !valueReader.isAtEndOfUnquoted()) {
      add(valueReader.unquoted(name, location), illegal >= 0, attributes);
    } else {
      problems.report(TagProblems.attributeWithoutValue(location, name));
      cursor.moveTo(valueless); // so that the white space before the next attribute is seen
    }
  }

  private void add(LayoutAttribute attribute, boolean illegal, List<LayoutAttribute> attributes) {
    if (illegal) {
      return;
    }
    for (LayoutAttribute earlier : attributes) {
      if (earlier.name().equals(attribute.name())) {
        problems.report(TagProblems.duplicateAttribute(attribute, earlier.location()));
        return;
      }
    }
    attributes.add(attribute);
  }
}
