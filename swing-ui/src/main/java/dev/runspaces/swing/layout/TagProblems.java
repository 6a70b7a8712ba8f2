package dev.runspaces.swing.layout;

import java.util.List;

/** The words for what can be wrong inside a tag: with names, attributes and values. */
final class TagProblems {
  private static final List<String> ENTITIES = List.of("amp", "lt", "gt", "quot", "apos");

  private TagProblems() {}

  static LayoutProblem missingName(SourceLocation location) {
    return new LayoutProblem(
        location, "\"<\" without a name", "the name follows directly, as in <Button>");
  }

  /** The name's character at that index is the wrong one. */
  static LayoutProblem illegalName(SourceLocation location, String name, int index) {
    String character = name.substring(index, name.offsetByCodePoints(index, 1));
    return new LayoutProblem(
        location,
        Quoted.text(name)
            + " is not a name: "
            + (index == 0 ? "no name starts with " : "no name contains ")
            + Quoted.text(character));
  }

  /** The file or another tag comes before the tag's end. */
  static LayoutProblem unfinishedTag(SourceLocation location, String tag) {
    return new LayoutProblem(
        location, Quoted.tag(tag) + " is not finished", "its \">\" is missing");
  }

  static LayoutProblem unexpected(SourceLocation location, char character, String tag) {
    String help = "an attribute is written name=\"value\"";
    if (tag.startsWith("/")) {
      help = "an end tag has nothing but a name";
    } else if (character == '/') {
      help = "\"/\" stands directly before the \">\" that ends the tag";
    }
    return new LayoutProblem(
        location,
        "unexpected " + Quoted.text(String.valueOf(character)) + " in " + Quoted.tag(tag),
        help);
  }

  static LayoutProblem attributeWithoutValue(SourceLocation location, String name) {
    return new LayoutProblem(
        location, "the attribute " + Quoted.text(name) + " has no value", write(name, "..."));
  }

  static LayoutProblem duplicateAttribute(LayoutAttribute second, SourceLocation first) {
    return new LayoutProblem(
        second.location(),
        "the attribute " + Quoted.text(second.name()) + " is given twice",
        "it is first given at " + first);
  }

  static LayoutProblem missingEqualsSign(SourceLocation location, String name) {
    return new LayoutProblem(
        location, "\"=\" is missing after the attribute " + Quoted.text(name), write(name, "..."));
  }

  static LayoutProblem missingQuotes(SourceLocation location, String name, String value) {
    return new LayoutProblem(
        location, "the value of " + Quoted.text(name) + " is not in quotes", write(name, value));
  }

  static LayoutProblem missingWhiteSpace(SourceLocation location, String name) {
    return new LayoutProblem(
        location, "white space is missing before the attribute " + Quoted.text(name));
  }

  /** What follows a closing quote is no attribute, so the quote was probably meant otherwise. */
  static LayoutProblem valueGoesOn(SourceLocation location, String name) {
    return new LayoutProblem(
        location,
        "unexpected text after the value of " + Quoted.text(name),
        "that value has a quote too few or too many",
        "a quote inside a value is written &quot;");
  }

  static LayoutProblem unclosedValue(SourceLocation openingQuote, String name) {
    return new LayoutProblem(
        openingQuote,
        "the value of " + Quoted.text(name) + " has no closing quote",
        "a \"<\" inside a value is written &lt;");
  }

  static LayoutProblem lessThanInValue(SourceLocation location, String name) {
    return new LayoutProblem(
        location, "\"<\" in the value of " + Quoted.text(name), "write &lt; instead");
  }

  static LayoutProblem bareAmpersand(SourceLocation location) {
    return new LayoutProblem(location, "\"&\" in a value", "write &amp; instead");
  }

  static LayoutProblem unknownEntity(SourceLocation location, String name) {
    String message = "unknown entity " + Quoted.text("&" + name + ";");
    List<String> near = NearestNames.of(name, ENTITIES);
    return near.isEmpty()
        ? new LayoutProblem(
            location,
            message,
            "known entities: &" + String.join("; &", ENTITIES) + ";",
            "for \"&\" itself, write &amp;")
        : new LayoutProblem(
            location, message, "did you mean &" + String.join("; or &", near) + ";?");
  }

  static LayoutProblem illegalReference(SourceLocation location, String number) {
    return new LayoutProblem(
        location, Quoted.text("&" + number + ";") + " does not stand for a character of XML");
  }

  private static String write(String name, String value) {
    return "write " + Quoted.name(name) + "=" + Quoted.text(value);
  }
}
