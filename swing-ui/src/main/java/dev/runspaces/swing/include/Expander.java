package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.IncludeProblems;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutLimits;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.SourceLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what is included into the place of the includes. For one layout. */
final class Expander {
  /** Files that include each other. */
  static final int MOST_FILES_DEEP = 8;

  private final LayoutLimits limits;
  private final SharedFiles files;
  private final List<LayoutProblem> problems;
  private final List<LayoutElement> styles = new ArrayList<>();
  private final Set<String> checkedStyles = new HashSet<>();
  private int includes;
  private int elements;

  Expander(LayoutFiles files, LayoutLimits limits, List<LayoutProblem> problems) {
    this.limits = limits;
    this.problems = new ArrayList<>(problems);
    this.files = new SharedFiles(files, this.problems);
  }

  /** Expands a window, or whatever else is no fragment. */
  LayoutDocument window(LayoutDocument document) throws IOException {
    if (!Structure.isUsedIn(document.root())) {
      return document;
    }
    var scope =
        new Scope(
            List.of(document.source()),
            Parameters.NONE,
            stylesOf(document.root(), document.source()),
            "",
            Map.of());
    return finished(document, element(Elements.withoutStyles(document.root()), scope));
  }

  /** Expands a fragment that is used by itself: its content stands in a slot. */
  LayoutDocument fragment(LayoutDocument document, Map<String, String> values, String space)
      throws IOException {
    LayoutElement root = document.root();
    Fragment fragment = Fragment.of(document, problems);
    Elements.allowOnly(root, Set.of(), problems);
    var scope =
        new Scope(
            List.of(document.source()),
            fragment.withDefaults(Fragment.fromCode(values, root.location()), root, problems),
            stylesOf(root, document.source()),
            space,
            Map.of());
    List<LayoutElement> content = expandAll(fragment.content(), scope);
    var slot = new LayoutElement(Structure.SLOT, List.of(), content, root.location(), space, "");
    return finished(document, slot);
  }

  private LayoutDocument finished(LayoutDocument document, LayoutElement root) {
    SourceLocation tooDeep = firstBelow(root, limits.depth());
    if (tooDeep != null) {
      problems.add(IncludeProblems.tooDeep(tooDeep, limits.depth()));
      throw new LayoutException(problems); // nobody is to walk such a tree
    }
    return new LayoutDocument(document.source(), root, problems, styles);
  }

  private static @Nullable SourceLocation firstBelow(LayoutElement element, int levels) {
    if (levels == 0) {
      return element.location();
    }
    for (LayoutElement child : element.children()) {
      SourceLocation found = firstBelow(child, levels - 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private LayoutElement element(LayoutElement element, Scope scope) throws IOException {
    if (++elements > limits.elements()) {
      problems.add(IncludeProblems.tooLarge(element.location(), limits.elements()));
      throw new LayoutException(problems);
    }
    List<LayoutAttribute> attributes = attributes(element, scope);
    List<LayoutElement> children = expandAll(element.children(), scope);
    return new LayoutElement(
        element.tag(), attributes, children, element.location(), scope.space(), scope.folder());
  }

  private List<LayoutElement> expandAll(List<LayoutElement> all, Scope scope) throws IOException {
    var into = new ArrayList<LayoutElement>(all.size());
    for (LayoutElement element : all) {
      expand(element, scope, into);
    }
    return into;
  }

  private void expand(LayoutElement element, Scope scope, List<LayoutElement> into)
      throws IOException {
    switch (element.tag()) {
      case Structure.INCLUDE -> include(element, scope, into);
      case Structure.SLOT -> slot(element, scope, into);
      case Structure.STYLES ->
          problems.add(IncludeProblems.misplaced(element, "directly in the root of a file"));
      case Structure.PARAMETER ->
          problems.add(IncludeProblems.misplaced(element, "directly in <Fragment>"));
      case Structure.FRAGMENT ->
          problems.add(IncludeProblems.misplaced(element, "at the root of a file of its own"));
      case Structure.FILL ->
          problems.add(IncludeProblems.misplaced(element, "directly in <Include>"));
      default -> into.add(element(element, scope));
    }
  }

  private void slot(LayoutElement slot, Scope scope, List<LayoutElement> into) throws IOException {
    List<LayoutElement> fill = scope.fills().get(Elements.nameOf(slot));
    if (fill == null) {
      into.add(element(slot, scope));
      return;
    }
    LayoutAttribute cell = attribute(slot, Structure.CELL, scope);
    for (LayoutElement filling : fill) {
      boolean isFree = filling.attribute(Structure.CELL).isEmpty();
      into.add(cell != null && isFree ? Elements.with(filling, cell) : filling);
    }
  }

  private void include(LayoutElement include, Scope scope, List<LayoutElement> into)
      throws IOException {
    if (++includes > limits.includes()) {
      problems.add(IncludeProblems.tooMany(include, limits.includes()));
      throw new LayoutException(problems);
    }
    LayoutAttribute file = attribute(include, Structure.FILE, scope);
    if (file == null) {
      problems.add(LayoutProblem.missingAttribute(include, Structure.FILE));
      return;
    }
    String path = files.resolve(scope, file);
    Fragment fragment = path == null ? null : files.fragment(path, file);
    if (path == null || fragment == null) {
      return;
    }
    LayoutAttribute name = attribute(include, Structure.NAME, scope);
    var way = new ArrayList<>(scope.way());
    way.add(path);
    var inner =
        new Scope(
            List.copyOf(way),
            fragment.withDefaults(given(include, scope), include, problems),
            stylesOf(fragment.document().root(), path),
            name == null ? scope.space() : scope.space() + name.value() + '.',
            fills(include, fragment, scope));
    List<LayoutElement> content = expandAll(fragment.content(), inner);
    LayoutAttribute cell = attribute(include, Structure.CELL, scope);
    if (cell != null && content.size() == 1) {
      into.add(Elements.with(content.get(0), cell));
      return;
    }
    if (cell != null) {
      problems.add(IncludeProblems.onePlaceForMany(cell, fragment.file(), content.size()));
    }
    into.addAll(content);
  }

  private Map<String, LayoutAttribute> given(LayoutElement include, Scope scope) {
    var given = new HashMap<String, LayoutAttribute>();
    for (LayoutAttribute attribute : include.attributes()) {
      if (!Structure.OF_INCLUDE.contains(attribute.name())) {
        given.put(
            attribute.name(),
            scope.parameters().applyTo(attribute, limits.valueLength(), problems));
      }
    }
    return given;
  }

  /** What stands in an include goes into slots: in a fill, or into the one without a name. */
  private Map<String, List<LayoutElement>> fills(
      LayoutElement include, Fragment fragment, Scope scope) throws IOException {
    var fills = new HashMap<String, List<LayoutElement>>();
    var from = new HashMap<String, LayoutElement>();
    for (LayoutElement child : include.children()) {
      boolean isFill = child.tag().equals(Structure.FILL);
      LayoutAttribute named = isFill ? attribute(child, Structure.SLOT_OF_FILL, scope) : null;
      String slot = named == null ? "" : named.value();
      LayoutElement first = from.putIfAbsent(slot, child);
      if (isFill) {
        Elements.allowOnly(child, Set.of(Structure.SLOT_OF_FILL), problems);
        if (first != null) {
          problems.add(IncludeProblems.twice("fill", slot, child, first.location()));
        }
      }
      if (first == null && !fragment.slots().containsKey(slot)) {
        problems.add(
            IncludeProblems.unknownSlot(child, fragment.file(), slot, fragment.slots().keySet()));
      }
      List<LayoutElement> content = expandAll(isFill ? child.children() : List.of(child), scope);
      fills.computeIfAbsent(slot, none -> new ArrayList<>()).addAll(content);
    }
    return fills;
  }

  private @Nullable LayoutAttribute attribute(LayoutElement element, String name, Scope scope) {
    LayoutAttribute given = element.attribute(name).orElse(null);
    return given == null ? null : scope.parameters().applyTo(given, limits.valueLength(), problems);
  }

  private List<LayoutAttribute> attributes(LayoutElement element, Scope scope) {
    var own = new ArrayList<LayoutAttribute>(element.attributes().size());
    for (LayoutAttribute attribute : element.attributes()) {
      int found = problems.size();
      LayoutAttribute applied =
          scope.parameters().applyTo(attribute, limits.valueLength(), problems);
      if (found == problems.size()) { // else there is no value to be judged
        own.add(applied);
      }
    }
    List<LayoutAttribute> all = scope.styles().complete(element.tag(), own);
    for (LayoutAttribute look : own) {
      if (look.name().equals(Structure.LOOK)) {
        if (!scope.styles().knows(element.tag(), look.value())) {
          problems.add(LayoutProblem.badValue(look, scope.styles().looks(element.tag())));
        }
        all = all.stream().filter(any -> !any.name().equals(Structure.LOOK)).toList();
      }
    }
    return all;
  }

  /** Reads the styles of a file, and keeps each to be checked, once. */
  private StyleSheet stylesOf(LayoutElement root, String path) throws IOException {
    var entries = new ArrayList<LayoutElement>();
    for (LayoutElement child : root.children()) {
      if (child.tag().equals(Structure.STYLES)) {
        entries.addAll(files.styles(child, path));
      }
    }
    if (checkedStyles.add(path)) {
      for (LayoutElement entry : entries) {
        checkStyle(entry);
      }
    }
    return entries.isEmpty() ? StyleSheet.NONE : new StyleSheet(entries);
  }

  private void checkStyle(LayoutElement entry) {
    Elements.allowNoChildren(entry, problems);
    var attributes = new ArrayList<LayoutAttribute>();
    for (LayoutAttribute attribute : entry.attributes()) {
      if (attribute.name().equals(Structure.NAME)) {
        problems.add(IncludeProblems.styleWithName(attribute));
      } else if (!attribute.name().equals(Structure.LOOK)) {
        attributes.add(Parameters.NONE.applyTo(attribute, limits.valueLength(), problems));
      }
    }
    styles.add(new LayoutElement(entry.tag(), attributes, List.of(), entry.location()));
  }
}
