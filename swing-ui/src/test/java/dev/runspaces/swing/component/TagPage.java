package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes what a registry says of itself as a page: what most components have first, and once. */
final class TagPage {
  private final StringBuilder page = new StringBuilder();
  private final List<TagDescription.Attribute> commonAttributes;
  private final List<TagDescription.Event> commonEvents;

  private TagPage(List<TagDescription> tags) {
    List<TagDescription> components =
        tags.stream()
            .filter(tag -> tag.attributes().stream().anyMatch(it -> it.name().equals("opaque")))
            .toList();
    commonAttributes = common(components, TagDescription::attributes);
    commonEvents = common(components, TagDescription::events);
  }

  static String of(List<TagDescription> tags) {
    var writer = new TagPage(tags);
    writer.page.append("# The tags of a layout\n\nWritten from the registry by `TagReferenceTest`");
    writer.page.append("; `-Dgolden.update=true` writes it anew.\n\n## Every component has\n");
    writer.attributes(writer.commonAttributes);
    writer.events(writer.commonEvents);
    tags.forEach(writer::tag);
    return writer.page.toString();
  }

  private static <V> List<V> common(
      List<TagDescription> tags, Function<TagDescription, List<V>> part) {
    var common = new ArrayList<>(part.apply(tags.get(0)));
    tags.forEach(tag -> common.retainAll(part.apply(tag)));
    return common;
  }

  private void tag(TagDescription tag) {
    page.append("\n## ").append(tag.name()).append("\n\n").append(sentence(tag.doc()));
    page.append("\n\n");
    page.append(
        tag.parents().isEmpty() ? "Stands at the root." : "Stands in " + list(tag.parents()));
    page.append('\n');
    if (!tag.children().isEmpty()) {
      page.append("\nTakes ").append(list(tag.children())).append('\n');
    }
    boolean component = tag.attributes().containsAll(commonAttributes);
    attributes(
        tag.attributes().stream()
            .filter(it -> !component || !commonAttributes.contains(it))
            .toList());
    events(tag.events().stream().filter(it -> !component || !commonEvents.contains(it)).toList());
  }

  private void attributes(List<TagDescription.Attribute> attributes) {
    if (!attributes.isEmpty()) {
      page.append("\n| Attribute | What it is | Value |\n|---|---|---|\n");
    }
    for (TagDescription.Attribute it : attributes) {
      page.append("| `%s` | %s | %s |%n".formatted(it.name(), it.doc(), it.value()));
    }
  }

  private void events(List<TagDescription.Event> events) {
    if (!events.isEmpty()) {
      page.append("\n| Event | When | Carries |\n|---|---|---|\n");
    }
    for (TagDescription.Event it : events) {
      String carries = it.snapshot() + "(" + String.join(", ", it.carries()) + ")";
      page.append("| `%s` | %s | `%s` |%n".formatted(it.name(), it.doc(), carries));
    }
  }

  private static String list(List<String> names) {
    return String.join(", ", names) + ".";
  }

  private static String sentence(String doc) {
    return doc.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + doc.substring(1) + ".";
  }
}
