package dev.runspaces.swing.component;

import dev.runspaces.swing.component.PlanNode.Child;
import dev.runspaces.swing.component.PlanNode.Making;
import dev.runspaces.swing.component.PlanNode.Target;
import dev.runspaces.swing.include.Structure;
import dev.runspaces.swing.layout.IncludeProblems;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutLimits;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.PlaceProblems;
import dev.runspaces.swing.layout.SourceLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.miginfocom.layout.CC;
import org.jspecify.annotations.Nullable;

/** Turns one document into a plan, or into the list of all that is wrong with it. For one use. */
final class PlanCompiler {
  private static final String NAME = AttributeNames.NAME;

  /** How many items of a list are laid out to see whether they can be. */
  private static final int REHEARSED_ITEMS = 3;

  /** The cell of a component that says nothing about it. */
  private static final CC ANYWHERE = new CC();

  private final ComponentRegistry registry;
  private final LayoutDocument document;
  private final Texts texts;
  private final LayoutFiles files;
  private final Outside outside;
  private final LayoutLimits limits;
  private final List<LayoutProblem> problems;
  private final Map<String, SourceLocation> names = new HashMap<>();
  private final Map<String, SourceLocation> actions = new HashMap<>();
  private final References references;
  private final BindingCompiler bindings;
  private final SettingCompiler settings;

  PlanCompiler(
      ComponentRegistry registry,
      Texts texts,
      LayoutFiles files,
      Outside outside,
      LayoutDocument document,
      LayoutLimits limits) {
    this.outside = outside;
    this.limits = limits;
    this.references = new References(outside);
    this.files = files;
    this.registry = registry;
    this.texts = texts;
    this.document = document;
    this.problems = new ArrayList<>(document.problems());
    this.bindings = new BindingCompiler(problems);
    this.settings = new SettingCompiler(texts, files, references, bindings, problems);
  }

  /**
   * Resolves the document.
   *
   * @param product what its root must make: a {@link ViewRoot}, or a {@link SlotPanel} with the
   *     content of a fragment
   */
  Plan compile(Class<?> product) {
    LayoutElement element = document.root();
    Tag<?> tag = find(element);
    if (tag != null && tag.product() != product) {
      problems.add(LayoutProblem.rootMustBe(element, rootTags()));
    }
    PlanNode<?> root = tag == null ? null : node(element, tag, false);
    if (tag == null) {
      checkInside(element);
    }
    references.checkActions(actions.keySet(), problems);
    references.check(problems);
    for (LayoutElement style : document.styles()) {
      problems.addAll(
          new PlanCompiler(registry, texts, files, outside, document, limits).problemsOf(style));
    }
    if (root != null && root.size() > limits.elements()) {
      problems.add(IncludeProblems.tooHeavy(element, limits.elements()));
    }
    if (root == null || !problems.isEmpty()) {
      // What is included twice is wrong in one place.
      throw new LayoutException(new LinkedHashSet<>(problems));
    }
    return new Plan(
        root,
        new Plan.Names(
            document.root().space(),
            Named.classesOf(references.names()),
            actions.keySet(),
            names,
            document.root().location()),
        new Plan.Uses(settings.handlers(), bindings.uses(), bindings.templates()),
        texts,
        settings.localTexts(),
        settings.warnings(),
        limits);
  }

  /** Checks attributes that have no element of their own. */
  private List<LayoutProblem> problemsOf(LayoutElement style) {
    problems.clear();
    Tag<?> tag = find(style);
    if (tag != null) {
      settings.of(style, tag, true);
      if (tag.isLaidOut()) {
        Arrangement.of(style, limits, problems);
      }
    }
    return problems;
  }

  /** Resolves one element; {@code placed} tells whether it may say where its parent puts it. */
  private <T> PlanNode<T> node(LayoutElement element, Tag<T> tag, boolean placed) {
    boolean isAction = tag.product() == LayoutAction.class;
    Map<String, SourceLocation> others = isAction ? actions : names;
    LayoutAttribute given = element.attribute(NAME).orElse(null);
    String name = given == null ? null : uniqueName(given, element.space(), others);
    if (isAction && name == null) {
      problems.add(LayoutProblem.missingAttribute(element, NAME));
    }
    if (name != null && !isAction) {
      references.declare(name, tag);
    }
    if (tag.product() == RepeatPanel.class) {
      return repeat(element, tag, name, placed);
    }
    RangeCheck.check(element, tag, problems);
    if (tag.hasProperty(TextTags.NUMBER_FORMAT)) { // else a class more at the start of a program
      FormCheck.check(element, tag, problems);
    }
    Arrangement grid = tag.isLaidOut() ? Arrangement.of(element, limits, problems) : null;
    int found = problems.size();
    List<Child> children = children(element, tag, grid);
    if (found == problems.size()) {
      rehearse(element, grid, List.of(children));
    }
    return new PlanNode<>(tag, name, grid, children, settings.of(element, tag, placed));
  }

  /** Resolves what is repeated: its children are built later, with other names for each item. */
  private <T> PlanNode<T> repeat(
      LayoutElement element, Tag<T> tag, @Nullable String name, boolean placed) {
    if (name == null) {
      problems.add(LayoutProblem.missingAttribute(element, NAME));
    }
    String space = Template.spaceOf(name == null ? element.space() : name);
    RepeatScope scope = bindings.beginRepeat(element, tag);
    Arrangement grid = Arrangement.of(element, limits, problems);
    LayoutElement inside = element.movedTo(space);
    int found = problems.size();
    List<Child> children = children(inside, tag, grid);
    if (found == problems.size()) {
      // What fits for one item may leave no place to the next.
      rehearse(element, grid, Collections.nCopies(REHEARSED_ITEMS, children));
    }
    var all = new ArrayList<Consumer<Target<T>>>();
    BindingUse items = scope.items();
    if (items == null) {
      bindings.endRepeat(scope, null);
    } else {
      var template = new Template(items, scope, space, children);
      bindings.endRepeat(scope, template);
      all.add(target -> target.context().repeat(template, (RepeatPanel) target.it()));
    }
    all.addAll(settings.of(element, tag, placed).settings());
    return new PlanNode<>(tag, name, grid, List.of(), new Making<>(element, tag.factory(), all));
  }

  private List<Child> children(LayoutElement element, Tag<?> tag, @Nullable Arrangement grid) {
    var children = new ArrayList<Child>();
    var taken = new LinkedHashMap<Object, LayoutElement>();
    for (LayoutElement childElement : contentOf(element, tag)) {
      Tag<?> childTag = find(childElement);
      if (childTag == null) {
        checkInside(childElement);
        continue;
      }
      if (!tag.allows(childTag)) {
        problems.add(LayoutProblem.childNotAllowed(element, childElement, allowedIn(tag)));
      }
      if (childElement.tag().equals(TableTitles.TABLE)
          && TableTitles.areHidden(childElement, element)) {
        settings.warn(PlaceProblems.tableWithoutHeader(childElement));
      }
      boolean placed = tag.places(childTag);
      Object place = placed && grid != null ? grid.placeOf(childElement, taken, problems) : null;
      var child = new Child(node(childElement, childTag.in(tag), placed), placed, place);
      if (childTag.product() == ActionSet.class) {
        children.add(0, child); // wherever they stand, others use them
      } else {
        children.add(child);
      }
    }
    if (grid != null) {
      grid.check(taken, problems);
    }
    refuseSurplus(element, tag);
    return children;
  }

  /** Where no panel can stand, a slot that nobody has filled is only what is in it. */
  private List<LayoutElement> contentOf(LayoutElement element, Tag<?> tag) {
    if (!hasSlot(element) || registry.find(Structure.SLOT).filter(tag::allows).isPresent()) {
      return element.children();
    }
    var content = new ArrayList<LayoutElement>();
    for (LayoutElement child : element.children()) {
      if (isSlot(child)) {
        content.addAll(contentOf(child, tag));
      } else {
        content.add(child);
      }
    }
    return content;
  }

  private static boolean hasSlot(LayoutElement element) {
    for (LayoutElement child : element.children()) {
      if (isSlot(child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSlot(LayoutElement element) {
    return element.tag().equals(Structure.SLOT);
  }

  /** Lays out what is shown there, one after the other, as far as MigLayout does that. */
  private void rehearse(
      LayoutElement element, @Nullable Arrangement grid, List<List<Child>> shown) {
    if (grid instanceof MigText.Grid places) {
      var cells = new ArrayList<CC>();
      for (List<Child> children : shown) {
        for (Child child : children) {
          if (child.place() instanceof CC cell) {
            cells.add(cell);
          } else if (child.placed()) {
            cells.add(ANYWHERE);
          }
        }
      }
      if (EndGroups.areUnsafe(cells)) {
        problems.add(PlaceProblems.unsafeEndGroup(element));
      } else if (!Rehearsal.succeeds(places, cells)) {
        problems.add(PlaceProblems.unplaceable(element));
      }
    }
  }

  private <T> void refuseSurplus(LayoutElement element, Tag<T> tag) {
    boolean oneKind = !tag.isLaidOut() && tag.parts().size() == 1;
    for (TagContent.Part<T> part : tag.parts()) {
      if (element.children().size() <= part.most()) {
        continue;
      }
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

  private boolean isOfKind(LayoutElement child, TagContent.Part<?> part) {
    return registry.find(child.tag()).filter(part::takes).isPresent();
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

  private @Nullable String uniqueName(
      LayoutAttribute attribute, String space, Map<String, SourceLocation> names) {
    if (attribute.value().isBlank()) {
      problems.add(LayoutProblem.badValue(attribute, "a name"));
    }
    String name = space + attribute.value();
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
