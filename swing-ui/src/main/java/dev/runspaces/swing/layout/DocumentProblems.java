package dev.runspaces.swing.layout;

import java.util.List;
import java.util.Locale;

/** The words for what can be wrong with a file outside its tags, and with how its tags nest. */
final class DocumentProblems {
  private DocumentProblems() {}

  static LayoutProblem notUtf8(SourceLocation location, byte found) {
    return new LayoutProblem(
        location,
        "the byte 0x"
            + Integer.toHexString(found & 0xFF).toUpperCase(Locale.ROOT)
            + " is not UTF-8",
        "save the file with the encoding UTF-8");
  }

  static LayoutProblem illegalCharacter(SourceLocation location, String character) {
    return new LayoutProblem(
        location, "the character " + Quoted.text(character) + " is not allowed in XML");
  }

  static LayoutProblem noRoot(SourceLocation endOfFile) {
    return new LayoutProblem(
        endOfFile, "the layout has no element", "it needs a root, such as <Window>");
  }

  // The prolog, and what layouts do not have

  static LayoutProblem noXmlVersion(SourceLocation location) {
    return new LayoutProblem(
        location, "the XML declaration does not start with a version", xmlDeclaration());
  }

  static LayoutProblem badXmlDeclaration(LayoutAttribute attribute) {
    return new LayoutProblem(
        attribute.location(),
        Quoted.name(attribute.name())
            + "="
            + Quoted.text(attribute.value())
            + " is not allowed in the XML declaration",
        xmlDeclaration());
  }

  static LayoutProblem misplacedXmlDeclaration(SourceLocation location) {
    return new LayoutProblem(
        location,
        "the XML declaration is not at the start of the file",
        "nothing may stand before it, not even white space");
  }

  static LayoutProblem doctype(SourceLocation location) {
    return new LayoutProblem(
        location,
        "a DOCTYPE is not allowed",
        "remove it: a layout cannot define entities or refer to other files");
  }

  static LayoutProblem unknownDeclaration(SourceLocation location, String word) {
    return new LayoutProblem(
        location,
        "unknown declaration " + Quoted.text("<!" + word),
        "a comment is written <!-- like this -->");
  }

  static LayoutProblem processingInstruction(SourceLocation location, String target) {
    return new LayoutProblem(
        location, "the processing instruction " + Quoted.text("<?" + target) + " is not allowed");
  }

  static LayoutProblem doubleHyphen(SourceLocation location) {
    return new LayoutProblem(location, "\"--\" inside a comment", "write - instead");
  }

  /** A comment or the like that goes on to the end of the file. */
  static LayoutProblem unclosed(SourceLocation location, String what, String end) {
    return new LayoutProblem(location, "the " + what + " is never closed", "it ends with " + end);
  }

  static LayoutProblem strayText(SourceLocation location, String text) {
    return new LayoutProblem(location, "text outside of a tag: " + Quoted.text(text), attribute());
  }

  static LayoutProblem cdata(SourceLocation location, String text) {
    return new LayoutProblem(location, "CDATA is not allowed: " + Quoted.text(text), attribute());
  }

  // Nesting

  static LayoutProblem endWithoutStart(SourceLocation location, String tag) {
    return new LayoutProblem(location, Quoted.tag("/" + tag) + " ends nothing: no element is open");
  }

  static LayoutProblem mismatchedEnd(
      SourceLocation location, String found, String open, SourceLocation opened) {
    String message = Quoted.tag("/" + found) + " found, " + Quoted.tag("/" + open) + " expected";
    String start = Quoted.tag(open) + " is opened at " + opened;
    boolean misspelt = !NearestNames.of(found, List.of(open)).isEmpty();
    return misspelt
        ? new LayoutProblem(location, message, start)
        : new LayoutProblem(
            location,
            message,
            start,
            "with nothing inside, an element can end itself: " + Quoted.tag(open + "/"));
  }

  static LayoutProblem unclosedElement(SourceLocation opened, String tag, SourceLocation end) {
    return new LayoutProblem(
        opened,
        Quoted.tag(tag) + " is never closed",
        "the file ends at " + end + " without " + Quoted.tag("/" + tag));
  }

  static LayoutProblem afterRoot(SourceLocation location, String tag, LayoutElement root) {
    return new LayoutProblem(
        location,
        Quoted.tag(tag) + " comes after the end of the root",
        "a layout has one root, here <" + Quoted.name(root.tag()) + "> at " + root.location());
  }

  // Namespaces

  static LayoutProblem unknownNamespace(LayoutAttribute declaration) {
    return new LayoutProblem(
        declaration.valueLocation(),
        "unknown namespace " + Quoted.text(declaration.value()),
        "write xmlns=\"" + Namespaces.LAYOUT + "\"");
  }

  static LayoutProblem namespaceBelowRoot(LayoutAttribute attribute) {
    return new LayoutProblem(
        attribute.location(), Quoted.text(attribute.name()) + " is allowed on the root only");
  }

  static LayoutProblem prefixedElement(SourceLocation location, String name) {
    return new LayoutProblem(
        location,
        Quoted.tag(name) + " has a prefix, and layouts have none",
        "write " + Quoted.tag(name.substring(name.lastIndexOf(':') + 1)));
  }

  static LayoutProblem prefixedAttribute(LayoutAttribute attribute) {
    return new LayoutProblem(
        attribute.location(),
        "the attribute " + Quoted.text(attribute.name()) + " has a prefix, and layouts have none");
  }

  // Limits

  static LayoutProblem tooLarge(SourceLocation start, int most) {
    return new LayoutProblem(start, "the layout is larger than " + size(most));
  }

  private static String size(int characters) {
    boolean isWhole = characters % (1 << 20) == 0;
    return isWhole ? (characters >> 20) + " MiB" : characters + " characters";
  }

  static LayoutProblem tooDeep(SourceLocation location, int most) {
    return new LayoutProblem(location, "elements are nested more than " + most + " deep");
  }

  static LayoutProblem tooManyElements(SourceLocation location, int most) {
    return new LayoutProblem(location, "the layout has more than " + most + " elements");
  }

  static LayoutProblem tooManyAttributes(SourceLocation location, String tag, int most) {
    return new LayoutProblem(location, Quoted.tag(tag) + " has more than " + most + " attributes");
  }

  static LayoutProblem valueTooLong(SourceLocation location, String name, int most) {
    return new LayoutProblem(
        location,
        "the value of " + Quoted.text(name) + " is longer than " + most + " characters",
        "perhaps its closing quote is missing");
  }

  static LayoutProblem tooManyProblems(SourceLocation location) {
    return new LayoutProblem(location, "too many problems; what follows has not been read");
  }

  private static String xmlDeclaration() {
    return "write <?xml version=\"1.0\" encoding=\"UTF-8\"?> or nothing";
  }

  private static String attribute() {
    return "what is to be shown goes into an attribute, such as text=\"...\"";
  }
}
