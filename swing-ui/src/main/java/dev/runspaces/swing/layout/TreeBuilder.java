package dev.runspaces.swing.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts tags together to a tree. Used for one text. */
final class TreeBuilder {
  private final SourceText source;
  private final ProblemCollector problems = new ProblemCollector();
  private final XmlScanner scanner;
  private final Namespaces namespaces;
  private final Deque<OpenElement> open = new ArrayDeque<>();
  private @Nullable LayoutElement root;
  private int elements;

  TreeBuilder(SourceText source) {
    this.source = source;
    this.scanner = new XmlScanner(source, problems);
    this.namespaces = new Namespaces(problems);
  }

  /** An element whose end has not come yet. */
  private record OpenElement(
      String name, // with the prefix it may have, as the end tag must repeat it
      String tag,
      List<LayoutAttribute> attributes,
      List<LayoutElement> children,
      SourceLocation location) {

    LayoutElement closed() {
      return new LayoutElement(tag, attributes, children, location);
    }
  }

  /**
   * Reads all tags.
   *
   * @throws LayoutException if no tree comes of it
   */
  LayoutDocument build() {
    XmlScanner.Token token = scanner.next();
    while (token != XmlScanner.Token.END_OF_FILE) {
      if (root != null) {
        String tag = token == XmlScanner.Token.END_TAG ? "/" + scanner.name() : scanner.name();
        problems.report(DocumentProblems.afterRoot(scanner.location(), tag, root));
        break; // the first tree is clear; what the rest is meant to be is not
      }
      if (token == XmlScanner.Token.END_TAG) {
        checkEndTag();
      } else {
        start();
      }
      if (token != XmlScanner.Token.START_TAG) {
        end();
      }
      token = scanner.next();
    }
    return new LayoutDocument(source.name(), finishedRoot(), problems.found());
  }

  private void start() {
    String name = scanner.name();
    SourceLocation location = scanner.location();
    if (open.size() == source.limits().depth()) {
      throw problems.stopAt(DocumentProblems.tooDeep(location, source.limits().depth()));
    }
    if (++elements > source.limits().elements()) {
      throw problems.stopAt(DocumentProblems.tooManyElements(location, source.limits().elements()));
    }
    String tag = namespaces.tag(name, location);
    List<LayoutAttribute> attributes = scanner.attributes();
    namespaces.removeFrom(attributes, open.isEmpty());
    source.paths().opened(tag, location);
    open.push(new OpenElement(name, tag, attributes, new ArrayList<>(), location));
  }

  private void checkEndTag() {
    OpenElement innermost = open.peek();
    if (innermost == null) {
      throw problems.stopAt(DocumentProblems.endWithoutStart(scanner.location(), scanner.name()));
    }
    if (!innermost.name().equals(scanner.name())) {
      throw problems.stopAt(
          DocumentProblems.mismatchedEnd(
              scanner.location(), scanner.name(), innermost.name(), innermost.location()));
    }
  }

  private void end() {
    source.paths().closed();
    LayoutElement element = open.pop().closed();
    OpenElement parent = open.peek();
    if (parent == null) {
      root = element;
    } else {
      parent.children().add(element);
    }
  }

  private LayoutElement finishedRoot() {
    OpenElement innermost = open.peek();
    if (innermost != null) {
      throw problems.stopAt(
          DocumentProblems.unclosedElement(
              innermost.location(), innermost.name(), scanner.location()));
    }
    if (root == null) {
      throw problems.stopAt(DocumentProblems.noRoot(scanner.location()));
    }
    return root;
  }
}
