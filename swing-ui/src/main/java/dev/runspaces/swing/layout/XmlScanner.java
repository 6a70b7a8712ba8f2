package dev.runspaces.swing.layout;

import java.util.List;

/**
 * Finds the tags in a text, one at each call of {@link #next}. Comments are passed over; all else
 * between tags is refused with a problem, and passed over too where it is clear how it ends.
 */
final class XmlScanner {

  /** What {@link #next} has found. */
  enum Token {
    START_TAG,
    EMPTY_TAG, // <Button/>: starts and ends an element
    END_TAG,
    END_OF_FILE
  }

  private final TextCursor cursor;
  private final ProblemCollector problems;
  private final AttributeReader attributeReader;
  private int start;
  private String name = "";
  private List<LayoutAttribute> attributes = List.of();

  XmlScanner(SourceText source, ProblemCollector problems) {
    this.cursor = new TextCursor(source);
    this.problems = problems;
    this.attributeReader = new AttributeReader(cursor, problems);
  }

  /** Where the token starts that was found last. */
  SourceLocation location() {
    return cursor.at(start);
  }

  /** The name in the tag that was found last, with the prefix it may have. */
  String name() {
    return name;
  }

  /** The attributes of the start tag or empty tag that was found last. */
  List<LayoutAttribute> attributes() {
    return attributes;
  }

  Token next() {
    while (true) {
      cursor.skipWhiteSpace();
      start = cursor.position();
      if (cursor.isAtEnd()) {
        return Token.END_OF_FILE;
      } else if (!cursor.skip("<")) {
        refuseText();
      } else if (cursor.skip("/")) {
        return endTag();
      } else if (cursor.skip("?")) {
        instruction();
      } else if (cursor.skip("!")) {
        declaration();
      } else {
        return startTag();
      }
    }
  }

  private Token startTag() {
    name = elementName();
    attributes = attributeReader.read(name);
    if (cursor.skip("/>")) {
      return Token.EMPTY_TAG;
    }
    if (cursor.skip(">")) {
      return Token.START_TAG;
    }
    throw brokenTag(name);
  }

  private Token endTag() {
    name = elementName();
    cursor.skipWhiteSpace();
    if (cursor.skip(">")) {
      return Token.END_TAG;
    }
    throw brokenTag("/" + name);
  }

  private String elementName() {
    int nameStart = cursor.position();
    String word = cursor.word();
    if (word.isEmpty()) {
      throw problems.stopAt(TagProblems.missingName(location()));
    }
    int illegal = XmlCharacters.firstIllegalInName(word);
    if (illegal >= 0) {
      throw problems.stopAt(TagProblems.illegalName(cursor.at(nameStart + illegal), word, illegal));
    }
    return word;
  }

  private LayoutException brokenTag(String tag) {
    boolean unfinished = cursor.isAtEnd() || cursor.peek() == '<';
    return problems.stopAt(
        unfinished
            ? TagProblems.unfinishedTag(location(), tag)
            : TagProblems.unexpected(cursor.at(cursor.position()), cursor.peek(), tag));
  }

  private void refuseText() {
    String text = cursor.upTo("<");
    cursor.moveTo(cursor.position() + text.length());
    problems.report(DocumentProblems.strayText(location(), text.strip()));
  }

  /** After {@code <!}: a comment, or else something that layouts do not have. */
  private void declaration() {
    if (cursor.skip("--")) {
      int doubleHyphen = cursor.indexOf("--");
      int end = skipPast("-->", "comment");
      if (doubleHyphen < end) {
        problems.report(DocumentProblems.doubleHyphen(cursor.at(doubleHyphen)));
      }
    } else if (cursor.skip("[CDATA[")) {
      String text = cursor.upTo("]]>");
      skipPast("]]>", "CDATA section");
      problems.report(DocumentProblems.cdata(location(), text.strip()));
    } else {
      // A DOCTYPE may change the meaning of all that follows it.
      String word = cursor.word();
      throw problems.stopAt(
          word.equalsIgnoreCase("DOCTYPE")
              ? DocumentProblems.doctype(location())
              : DocumentProblems.unknownDeclaration(location(), word));
    }
  }

  /** After {@code <?}: the XML declaration, or else something that layouts do not have. */
  private void instruction() {
    int targetStart = cursor.position();
    String target = cursor.word();
    if (target.equals("xml") && start == 0) {
      List<LayoutAttribute> declared = attributeReader.read("?xml");
      if (!cursor.skip("?>")) {
        throw problems.stopAt(DocumentProblems.unclosed(location(), "XML declaration", "?>"));
      }
      XmlDeclaration.check(declared, location(), problems);
      return;
    }
    cursor.moveTo(targetStart);
    skipPast("?>", "processing instruction");
    problems.report(
        target.equals("xml")
            ? DocumentProblems.misplacedXmlDeclaration(location())
            : DocumentProblems.processingInstruction(location(), target));
  }

  /** Returns where the end was found. */
  private int skipPast(String end, String what) {
    int found = cursor.indexOf(end);
    if (found < 0) {
      throw problems.stopAt(DocumentProblems.unclosed(location(), what, end));
    }
    cursor.moveTo(found + end.length());
    return found;
  }
}
