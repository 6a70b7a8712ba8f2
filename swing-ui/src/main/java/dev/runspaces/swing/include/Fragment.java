package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.IncludeProblems;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.SourceLocation;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file to be included: what it asks for, and what it has.
 *
 * @param document the file
 * @param parameters what it asks for, by name
 * @param slots where its slots are, by name
 */
record Fragment(
    LayoutDocument document,
    Map<String, LayoutElement> parameters,
    Map<String, SourceLocation> slots) {

  static Fragment of(LayoutDocument document, List<LayoutProblem> problems) {
    var parameters = new LinkedHashMap<String, LayoutElement>();
    var slots = new LinkedHashMap<String, SourceLocation>();
    for (LayoutElement child : document.root().children()) {
      if (child.tag().equals(Structure.PARAMETER)) {
        declare(child, parameters, problems);
      } else {
        findSlots(child, slots, problems);
      }
    }
    return new Fragment(document, parameters, slots);
  }

  String file() {
    return document.source();
  }

  /** Returns what is in it, beside what it asks for and its styles. */
  List<LayoutElement> content() {
    return document.root().children().stream()
        .filter(child -> !child.tag().equals(Structure.PARAMETER))
        .filter(child -> !child.tag().equals(Structure.STYLES))
        .toList();
  }

  /** Puts together what was given and what is the default. */
  Parameters withDefaults(
      Map<String, LayoutAttribute> given, LayoutElement asker, List<LayoutProblem> problems) {
    var values = new HashMap<String, LayoutAttribute>();
    given.forEach(
        (name, value) -> {
          if (parameters.containsKey(name)) {
            values.put(name, value);
          } else {
            problems.add(IncludeProblems.unknownParameter(value, file(), names()));
          }
        });
    parameters.forEach(
        (name, declared) -> {
          LayoutAttribute standard = declared.attribute(Structure.DEFAULT).orElse(null);
          if (standard != null) {
            values.putIfAbsent(name, standard);
          } else if (!values.containsKey(name)) {
            problems.add(IncludeProblems.missingParameter(asker, file(), name));
            values.put(name, declared.attributes().get(0)); // one problem is enough
          }
        });
    return new Parameters(values);
  }

  /** Tells whether it can be used without being told anything. */
  boolean hasDefaults() {
    return parameters.values().stream()
        .allMatch(parameter -> parameter.attribute(Structure.DEFAULT).isPresent());
  }

  Collection<String> names() {
    return parameters.keySet();
  }

  private static void declare(
      LayoutElement parameter,
      Map<String, LayoutElement> parameters,
      List<LayoutProblem> problems) {
    LayoutAttribute name = parameter.attribute(Structure.NAME).orElse(null);
    if (name == null) {
      problems.add(LayoutProblem.missingAttribute(parameter, Structure.NAME));
    } else if (!name.value().matches("[\\w-]+") || Structure.OF_INCLUDE.contains(name.value())) {
      problems.add(IncludeProblems.badParameterName(name));
    } else {
      LayoutElement first = parameters.putIfAbsent(name.value(), parameter);
      if (first != null) {
        problems.add(IncludeProblems.twice("parameter", name.value(), parameter, first.location()));
      }
    }
    Elements.allowOnly(parameter, Set.of(Structure.NAME, Structure.DEFAULT), problems);
    Elements.allowNoChildren(parameter, problems);
  }

  private static void findSlots(
      LayoutElement element, Map<String, SourceLocation> slots, List<LayoutProblem> problems) {
    if (element.tag().equals(Structure.SLOT)) {
      String name = Elements.nameOf(element);
      SourceLocation first = slots.putIfAbsent(name, element.location());
      if (first != null) {
        problems.add(IncludeProblems.twice("slot", name, element, first));
      }
    }
    for (LayoutElement child : element.children()) {
      findSlots(child, slots, problems);
    }
  }

  /** Makes attributes of what code gives; what is wrong with them is told where they are used. */
  static Map<String, LayoutAttribute> fromCode(Map<String, String> values, SourceLocation place) {
    var attributes = new HashMap<String, LayoutAttribute>();
    values.forEach(
        (name, value) -> attributes.put(name, new LayoutAttribute(name, value, place, place)));
    return attributes;
  }
}
