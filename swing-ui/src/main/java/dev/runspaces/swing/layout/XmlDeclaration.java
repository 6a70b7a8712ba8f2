package dev.runspaces.swing.layout;

import java.util.List;

/** What may be declared in {@code <?xml version="1.0" encoding="UTF-8"?>}. */
final class XmlDeclaration {
  private XmlDeclaration() {}

  static void check(
      List<LayoutAttribute> declared, SourceLocation location, ProblemCollector problems) {
    if (declared.isEmpty() || !declared.get(0).name().equals("version")) {
      problems.report(DocumentProblems.noXmlVersion(location));
    }
    for (LayoutAttribute attribute : declared) {
      if (!isAllowed(attribute)) {
        problems.report(DocumentProblems.badXmlDeclaration(attribute));
      }
    }
  }

  private static boolean isAllowed(LayoutAttribute attribute) {
    String value = attribute.value();
    return switch (attribute.name()) {
      case "version" -> value.equals("1.0");
      case "encoding" -> value.equalsIgnoreCase("UTF-8");
      case "standalone" -> value.equals("yes") || value.equals("no");
      default -> false;
    };
  }
}
