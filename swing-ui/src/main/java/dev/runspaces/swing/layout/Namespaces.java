package dev.runspaces.swing.layout;

import java.util.Iterator;
import java.util.List;

/**
 * Takes away what a file says about namespaces, so that nobody after the reader has to know of
 * them. A layout has one namespace, which need not be declared; what editors add to the root so as
 * to find a schema is accepted as well.
 */
final class Namespaces {
  static final String LAYOUT = "https://runspaces.dev/layout/1";

  private final ProblemCollector problems;

  Namespaces(ProblemCollector problems) {
    this.problems = problems;
  }

  /** Returns an element's name without its prefix, which it should not have. */
  String tag(String name, SourceLocation location) {
    int colon = name.lastIndexOf(':');
    if (colon < 0) {
      return name;
    }
    problems.report(DocumentProblems.prefixedElement(location, name));
    return name.substring(colon + 1);
  }

  /** Removes from an element's attributes those that say nothing about the element itself. */
  void removeFrom(List<LayoutAttribute> attributes, boolean ofRoot) {
    for (Iterator<LayoutAttribute> each = attributes.iterator(); each.hasNext(); ) {
      LayoutAttribute attribute = each.next();
      if (isAboutNamespaces(attribute.name())) {
        check(attribute, ofRoot);
        each.remove();
      }
    }
  }

  private static boolean isAboutNamespaces(String name) {
    return name.equals("xmlns") || name.indexOf(':') >= 0;
  }

  private void check(LayoutAttribute attribute, boolean ofRoot) {
    String name = attribute.name();
    boolean declaresLayout = name.equals("xmlns");
    boolean helpsEditor = name.equals("xmlns:xsi") || name.startsWith("xsi:");
    if (!declaresLayout && !helpsEditor) {
      problems.report(DocumentProblems.prefixedAttribute(attribute));
    } else if (!ofRoot) {
      problems.report(DocumentProblems.namespaceBelowRoot(attribute));
    } else if (declaresLayout && !attribute.value().equals(LAYOUT)) {
      problems.report(DocumentProblems.unknownNamespace(attribute));
    }
  }
}
