package dev.runspaces.swing.component;

import dev.runspaces.swing.component.TagDescription.Attribute;
import dev.runspaces.swing.component.TagDescription.Event;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Describes the tags of a registry. */
final class Describer {
  private final ComponentRegistry registry;

  Describer(ComponentRegistry registry) {
    this.registry = registry;
  }

  List<TagDescription> all() {
    return registry.names().stream()
        .<TagDescription>map(name -> describe(registry.find(name).orElseThrow()))
        .toList();
  }

  private TagDescription describe(Tag<?> tag) {
    String given = tag.docs().tag();
    return new TagDescription(
        tag.name(),
        given.isEmpty() ? StandardDocs.ofTag(tag) : given,
        attributes(tag),
        tag.eventNames().stream().map(name -> event(tag, name)).toList(),
        names(child -> takes(tag, child)),
        names(parent -> takes(parent, tag)));
  }

  private static boolean takes(Tag<?> parent, Tag<?> child) {
    return parent.allows(child) || StructureTags.takes(parent, child);
  }

  private List<Attribute> attributes(Tag<?> tag) {
    var attributes = new ArrayList<Attribute>();
    for (String name : tag.propertyNames()) {
      attributes.add(attribute(tag, name, tag.property(name).type().expected()));
    }
    if (StructureTags.mayHaveName(tag)) {
      attributes.add(attribute(tag, AttributeNames.NAME, "a name"));
    }
    if (tag.isLaidOut()) {
      for (String name : Arrangement.ATTRIBUTES) {
        attributes.add(new Attribute(name, StandardDocs.ofGrid(name), valueOf(name)));
      }
    }
    if (!names(parent -> parent.places(tag)).isEmpty()) {
      attributes.add(
          attribute(tag, Arrangement.PLACE, "what its parent's manager takes: MigLayout's words"));
    }
    for (String name : Bindable.attributesOf(tag.product())) {
      if (!tag.hasProperty(name)) {
        attributes.add(attribute(tag, name, ModelPath.EXPECTED));
      }
    }
    attributes.sort(Comparator.comparing(Attribute::name));
    return attributes;
  }

  private static String valueOf(String gridAttribute) {
    return switch (gridAttribute) {
      case Arrangement.MANAGER -> "one of border, card, flow, grid, mig";
      case "gap" -> "one or two lengths like 8 or 8x4 (across and down)";
      case "align" -> "one of center, leading, left, right, trailing";
      default -> "MigLayout's words";
    };
  }

  private static Attribute attribute(Tag<?> tag, String name, String value) {
    String given = tag.docs().attributes().get(name);
    return new Attribute(name, given == null ? StandardDocs.ofAttribute(tag, name) : given, value);
  }

  private static Event event(Tag<?> tag, String name) {
    String given = tag.docs().attributes().get(name);
    Class<?> snapshot = tag.event(name).orElseThrow().snapshot();
    RecordComponent[] parts = snapshot.getRecordComponents();
    List<String> carries =
        parts == null ? List.of() : Arrays.stream(parts).map(RecordComponent::getName).toList();
    return new Event(
        name,
        given == null ? StandardDocs.ofAttribute(tag, name) : given,
        snapshot.getSimpleName(),
        carries);
  }

  private List<String> names(Predicate<Tag<?>> wanted) {
    return registry.names().stream()
        .filter(name -> registry.find(name).filter(wanted).isPresent())
        .toList();
  }
}
