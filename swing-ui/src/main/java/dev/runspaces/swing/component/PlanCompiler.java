package dev.runspaces.swing.component;

import dev.runspaces.swing.component.PlanNode.Child;
import dev.runspaces.swing.component.PlanNode.Target;
import dev.runspaces.swing.component.Tag.Property;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.miginfocom.layout.CC;
import org.jspecify.annotations.Nullable;

/** Turns one document into a plan, or into the list of all that is wrong with it. For one use. */
final class PlanCompiler {
  private static final String NAME = "name";

  private final ComponentRegistry registry;
  private final LayoutDocument document;
  private final List<LayoutProblem> problems;
  private final Map<String, SourceLocation> names = new HashMap<>();

  PlanCompiler(ComponentRegistry registry, LayoutDocument document) {
    this.registry = registry;
    this.document = document;
    this.problems = new ArrayList<>(document.problems());
  }

  Plan compile() {
    LayoutElement element = document.root();
    Tag<?> tag = find(element);
    if (tag != null && tag.product() != ViewRoot.class) {
      problems.add(LayoutProblem.rootMustBe(element, rootTags()));
    }
    PlanNode<?> root = tag == null ? null : node(element, tag, false);
    if (tag == null) {
      checkInside(element);
    }
    if (root == null || !problems.isEmpty()) {
      throw new LayoutException(problems);
    }
    @SuppressWarnings("unchecked") // the tag's product was compared with the class above
    var window = (PlanNode<ViewRoot>) root;
    return new Plan(window);
  }

  /** Resolves one element; {@code placed} tells whether it may say where MigLayout puts it. */
  private <T> PlanNode<T> node(LayoutElement element, Tag<T> tag, boolean placed) {
    String name = element.attribute(NAME).map(this::uniqueName).orElse(null);
    var grid = tag.isLaidOut() ? MigText.grid(element, problems) : null;
    List<Child> children = children(element, tag);
    if (grid != null && !Rehearsal.succeeds(grid, cellsOf(children))) {
      problems.add(LayoutProblem.unplaceable(element));
    }
    List<Consumer<Target<T>>> settings = settings(element, tag, placed);
    return new PlanNode<>(tag, name, grid, children, settings);
  }

  private List<Child> children(LayoutElement element, Tag<?> tag) {
    var children = new ArrayList<Child>();
    for (LayoutElement childElement : element.children()) {
      Tag<?> childTag = find(childElement);
      if (childTag == null) {
        checkInside(childElement);
        continue;
      }
      if (!tag.allows(childTag)) {
        problems.add(LayoutProblem.childNotAllowed(element, childElement, allowedIn(tag)));
      }
      boolean placed = tag.places(childTag);
      CC cell = placed ? MigText.cell(childElement, problems) : null;
      children.add(new Child(node(childElement, childTag, placed), cell));
    }
    refuseSurplus(element, tag);
    return children;
  }

  private static List<CC> cellsOf(List<Child> children) {
    return children.stream().map(Child::cell).filter(Objects::nonNull).toList();
  }

  private <T> void refuseSurplus(LayoutElement element, Tag<T> tag) {
    boolean oneKind = !tag.isLaidOut() && tag.parts().size() == 1;
    for (Tag.Part<T> part : tag.parts()) {
      List<LayoutElement> ofThisKind =
          element.children().stream().filter(child -> isOfKind(child, part)).toList();
      if (ofThisKind.size() > part.most()) {
        problems.add(
            oneKind
                ? LayoutProblem.tooManyChildren(element, part.most())
                : LayoutProblem.tooManyOfAKind(element, ofThisKind.get(part.most()), part.most()));
      }
    }
  }

  private boolean isOfKind(LayoutElement child, Tag.Part<?> part) {
    return registry
        .find(child.tag())
        .filter(tag -> part.type().isAssignableFrom(tag.product()))
        .isPresent();
  }

  /** Finds the mistakes inside an element that is one itself. */
  private void checkInside(LayoutElement unknown) {
    for (LayoutElement child : unknown.children()) {
      Tag<?> tag = find(child);
      if (tag == null) {
        checkInside(child);
      } else {
        node(child, tag, true);
      }
    }
  }

  /** Properties in the order of the tag, so that a value comes after the range it must be in. */
  private <T> List<Consumer<Target<T>>> settings(
      LayoutElement element, Tag<T> tag, boolean placed) {
    var settings = new ArrayList<Consumer<Target<T>>>();
    tag.properties()
        .forEach(
            (attribute, property) ->
                element
                    .attribute(attribute)
                    .flatMap(given -> setting(given, property))
                    .ifPresent(settings::add));
    // Events last: setting a property is nothing to raise an event for.
    tag.events()
        .forEach(
            (attribute, source) ->
                element
                    .attribute(attribute)
                    .flatMap(given -> this.<T>raising(given, source))
                    .ifPresent(settings::add));
    refuseUnknownAttributes(element, tag, placed);
    return settings;
  }

  private <T, V> Optional<Consumer<Target<T>>> setting(
      LayoutAttribute given, Property<T, V> property) {
    Optional<V> value = property.type().read(given.value());
    if (value.isEmpty()) {
      ValueType<V> type = property.type();
      problems.add(
          type.words().isEmpty()
              ? LayoutProblem.badValue(given, type.expected())
              : LayoutProblem.badValue(given, type.words()));
    }
    return value.map(v -> target -> property.setter().set(target.it(), v, target.context()));
  }

  private <T> Optional<Consumer<Target<T>>> raising(
      LayoutAttribute given, EventSource<? super T> source) {
    String identifier = given.value().strip();
    if (identifier.isEmpty()) {
      problems.add(LayoutProblem.badValue(given, "the name of an event"));
      return Optional.empty();
    }
    return Optional.of(
        target -> {
          EventSink sink = target.context().sink();
          source.attach(target.it(), event -> sink.raise(identifier, event));
        });
  }

  private void refuseUnknownAttributes(LayoutElement element, Tag<?> tag, boolean placed) {
    var known = new TreeSet<String>(tag.properties().keySet());
    known.addAll(tag.events().keySet());
    known.add(NAME);
    if (tag.isLaidOut()) {
      known.addAll(MigText.CONTAINER_ATTRIBUTES);
    }
    if (placed) {
      known.add(MigText.CHILD_ATTRIBUTE);
    }
    for (LayoutAttribute attribute : element.attributes()) {
      if (!known.contains(attribute.name())) {
        problems.add(LayoutProblem.unknownAttribute(element, attribute, known));
      }
    }
  }

  private @Nullable String uniqueName(LayoutAttribute attribute) {
    String name = attribute.value();
    if (name.isBlank()) {
      problems.add(LayoutProblem.badValue(attribute, "a name"));
    }
    SourceLocation first = names.putIfAbsent(name, attribute.location());
    if (first != null) {
      problems.add(LayoutProblem.duplicateName(attribute, first));
    }
    return name;
  }

  private @Nullable Tag<?> find(LayoutElement element) {
    Tag<?> tag = registry.find(element.tag()).orElse(null);
    if (tag == null) {
      problems.add(LayoutProblem.unknownElement(element, registry.names()));
    }
    return tag;
  }

  private List<String> allowedIn(Tag<?> parent) {
    return namesOf(parent::allows);
  }

  private List<String> rootTags() {
    return namesOf(tag -> tag.product() == ViewRoot.class);
  }

  private List<String> namesOf(Predicate<Tag<?>> wanted) {
    return registry.names().stream()
        .filter(name -> registry.find(name).filter(wanted).isPresent())
        .toList();
  }
}
