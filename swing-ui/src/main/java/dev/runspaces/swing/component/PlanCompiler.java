package dev.runspaces.swing.component;

import dev.runspaces.swing.component.PlanNode.Child;
import dev.runspaces.swing.component.PlanNode.Target;
import dev.runspaces.swing.component.Tag.Property;
import dev.runspaces.swing.include.Structure;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import dev.runspaces.swing.layout.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import net.miginfocom.layout.CC;
import org.jspecify.annotations.Nullable;

/** Turns one document into a plan, or into the list of all that is wrong with it. For one use. */
final class PlanCompiler {
  private static final String NAME = AttributeNames.NAME;
  private static final String VALUE = AttributeNames.VALUE;
  private static final Pattern BINDING = Pattern.compile("\\{(\\w+)\\.(\\w+)}");
  private static final String EVENT_PREFIX = AttributeNames.EVENT_PREFIX;
  private static final String METHOD_PREFIX = "#";

  /** What runspaces raise by themselves, and handlers take for that. */
  private static final List<String> RESERVED =
      List.of(
          "ErrorsOccurred",
          "RunspaceStateChanged",
          "RunspaceAvailabilityChanged",
          "EventsDropped",
          "RunspaceIdle",
          "RunspaceExiting");

  private final ComponentRegistry registry;
  private final LayoutDocument document;
  private final Texts texts;
  private final LayoutFiles files;
  private final List<LayoutProblem> problems;
  private final List<LayoutProblem> warnings = new ArrayList<>();
  private final List<HandlerUse> handlers = new ArrayList<>();
  private final List<BindingUse> bindings = new ArrayList<>();
  private final Map<String, SourceLocation> names = new HashMap<>();
  private final Map<KeyStroke, SourceLocation> keys = new HashMap<>();
  private final Map<String, SourceLocation> actions = new HashMap<>();
  private final List<LocalText<?>> localTexts = new ArrayList<>();
  private final References references = new References();
  private final Map<LayoutAttribute, ActionReference> actionUses = new LinkedHashMap<>();

  PlanCompiler(
      ComponentRegistry registry, Texts texts, LayoutFiles files, LayoutDocument document) {
    this.files = files;
    this.registry = registry;
    this.texts = texts;
    this.document = document;
    this.problems = new ArrayList<>(document.problems());
  }

  Plan compile() {
    LayoutElement element = document.root();
    Tag<?> tag = find(element);
    boolean isPart = tag != null && tag.product() == SlotPanel.class;
    if (tag != null && tag.product() != ViewRoot.class && !isPart) {
      problems.add(LayoutProblem.rootMustBe(element, rootTags()));
    }
    PlanNode<?> root = tag == null ? null : node(element, tag, false);
    if (tag == null) {
      checkInside(element);
    }
    actionUses.forEach(
        (use, action) -> {
          if (NameSpaces.find(actions, action.space(), action.name()) == null) {
            problems.add(ReferenceProblems.unknownReference(use, "action", actions.keySet()));
          }
        });
    references.check(problems);
    for (LayoutElement style : document.styles()) {
      problems.addAll(new PlanCompiler(registry, texts, files, document).problemsOf(style));
    }
    if (root == null || !problems.isEmpty()) {
      // What is included twice is wrong in one place.
      throw new LayoutException(new LinkedHashSet<>(problems));
    }
    return new Plan(
        root,
        new Plan.Names(document.root().space(), references.names(), actions.keySet()),
        handlers,
        bindings,
        texts,
        localTexts,
        warnings);
  }

  /** Checks attributes that have no element of their own. */
  private List<LayoutProblem> problemsOf(LayoutElement style) {
    problems.clear();
    Tag<?> tag = find(style);
    if (tag != null) {
      settings(style, tag, true);
      if (tag.isLaidOut()) {
        Arrangement.of(style, problems);
      }
    }
    return problems;
  }

  /** Resolves one element; {@code placed} tells whether it may say where its parent puts it. */
  private <T> PlanNode<T> node(LayoutElement element, Tag<T> tag, boolean placed) {
    boolean isAction = tag.product() == LayoutAction.class;
    Map<String, SourceLocation> others = isAction ? actions : names;
    String name =
        element
            .attribute(NAME)
            .map(given -> uniqueName(given, element.space(), others))
            .orElse(null);
    if (isAction && name == null) {
      problems.add(LayoutProblem.missingAttribute(element, NAME));
    }
    if (name != null && !isAction) {
      references.declare(name, tag);
    }
    RangeCheck.check(element, tag, problems);
    Arrangement grid = tag.isLaidOut() ? Arrangement.of(element, problems) : null;
    int found = problems.size();
    List<Child> children = children(element, tag, grid);
    if (grid instanceof MigText.Grid cells
        && found == problems.size()
        && !Rehearsal.succeeds(cells, cellsOf(children))) {
      problems.add(LayoutProblem.unplaceable(element));
    }
    List<Consumer<Target<T>>> settings = settings(element, tag, placed);
    return new PlanNode<>(tag, name, grid, children, settings);
  }

  private List<Child> children(LayoutElement element, Tag<?> tag, @Nullable Arrangement grid) {
    var children = new ArrayList<Child>();
    var taken = new HashMap<Object, LayoutElement>();
    for (LayoutElement childElement : contentOf(element, tag)) {
      Tag<?> childTag = find(childElement);
      if (childTag == null) {
        checkInside(childElement);
        continue;
      }
      if (!tag.allows(childTag)) {
        problems.add(LayoutProblem.childNotAllowed(element, childElement, allowedIn(tag)));
      }
      boolean placed = tag.places(childTag);
      Object place = placed && grid != null ? grid.placeOf(childElement, taken, problems) : null;
      var child = new Child(node(childElement, childTag, placed), placed, place);
      if (childTag.product() == ActionSet.class) {
        children.add(0, child); // wherever they stand, others use them
      } else {
        children.add(child);
      }
    }
    refuseSurplus(element, tag);
    return children;
  }

  /** Where no panel can stand, a slot that nobody has filled is only what is in it. */
  private List<LayoutElement> contentOf(LayoutElement element, Tag<?> tag) {
    boolean hasNone = element.children().stream().noneMatch(PlanCompiler::isSlot);
    if (hasNone || registry.find(Structure.SLOT).filter(tag::allows).isPresent()) {
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

  private static boolean isSlot(LayoutElement element) {
    return element.tag().equals(Structure.SLOT);
  }

  private static List<CC> cellsOf(List<Child> children) {
    return children.stream()
        .map(Child::place)
        .filter(CC.class::isInstance)
        .map(CC.class::cast)
        .toList();
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

  /** Properties in the order of the tag, so that a value comes after the range it must be in. */
  private <T> List<Consumer<Target<T>>> settings(
      LayoutElement element, Tag<T> tag, boolean placed) {
    var settings = new ArrayList<Consumer<Target<T>>>();
    LayoutAttribute value =
        element.attribute(VALUE).filter(given -> isBinding(given, tag)).orElse(null);
    Bindable bindable = value == null ? null : Bindable.of(tag.product());
    if (value != null && bindable != null) {
      binding(value, tag, bindable).ifPresent(settings::add);
    }
    for (LayoutAttribute given : tag.inItsOrder(element.attributes())) {
      if (bindable == null || !given.name().equals(VALUE)) {
        setting(given, element, tag.property(given.name())).ifPresent(settings::add);
      }
    }
    // Events last: setting a property is nothing to raise an event for.
    for (LayoutAttribute given : element.attributes()) {
      if (given.name().startsWith(EVENT_PREFIX)) {
        tag.event(given.name())
            .flatMap(offer -> this.<T>raising(given, offer))
            .ifPresent(settings::add);
      }
    }
    refuseUnknownAttributes(element, tag, placed);
    if (isNameless(element, tag)) {
      warnings.add(LayoutProblem.namelessButton(element));
    }
    return settings;
  }

  /** Whether there is only a picture to tell what it does. */
  private static boolean isNameless(LayoutElement element, Tag<?> tag) {
    return AbstractButton.class.isAssignableFrom(tag.product())
        && element.attribute("icon").isPresent()
        && Stream.of("text", "accessibleName", "action")
            .noneMatch(name -> element.attribute(name).isPresent());
  }

  /** Some tags have a property of that name, which a number goes to. */
  private static boolean isBinding(LayoutAttribute value, Tag<?> tag) {
    return value.value().startsWith("{") || !tag.properties().containsKey(VALUE);
  }

  private <T> Optional<Consumer<Target<T>>> binding(
      LayoutAttribute given, Tag<T> tag, Bindable bindable) {
    Matcher path = BINDING.matcher(given.value());
    if (!path.matches()) {
      problems.add(LayoutProblem.badValue(given, "a model and a property like {customer.name}"));
      return Optional.empty();
    }
    var use = new BindingUse(given, tag.name(), path.group(1), path.group(2), bindable.type());
    bindings.add(use);
    return Optional.of(
        target ->
            target.context().bind(new BoundValue(use, new ComponentValue(bindable, target.it()))));
  }

  private <T, V> Optional<Consumer<Target<T>>> setting(
      LayoutAttribute given, LayoutElement element, Property<T, V> property) {
    if (property.type().isText() && LocalText.isKey(given.value())) {
      return localSetting(given, property);
    }
    String text = property.type().isText() ? LocalText.unescaped(given.value()) : given.value();
    Optional<V> value = property.type().read(text).map(read -> in(element.space(), read));
    if (value.orElse(null) instanceof ComponentReference reference) {
      references.use(given, reference);
    }
    if (value.orElse(null) instanceof ActionReference action) {
      actionUses.put(given, action);
    }
    if (value.isEmpty()) {
      ValueType<V> type = property.type();
      problems.add(
          type.words().isEmpty()
              ? LayoutProblem.badValue(given, type.expected())
              : LayoutProblem.badValue(given, type.words()));
    }
    if (value.orElse(null) instanceof KeyStroke key && given.name().equals("accelerator")) {
      SourceLocation first = keys.putIfAbsent(key, given.valueLocation());
      if (first != null) {
        problems.add(LayoutProblem.keyTaken(given, first));
      }
    }
    if (value.orElse(null) instanceof IconName name) {
      value = readIcon(given, element, name);
    }
    return value.map(v -> target -> property.setter().set(target.it(), v, target.context()));
  }

  /** What somebody has typed is his, in whatever language. */
  private static boolean isEdited(Object it, LayoutAttribute given, Object shown) {
    return it instanceof JTextComponent field
        && given.name().equals("text")
        && !field.getText().equals(shown);
  }

  @SuppressWarnings("unchecked") // what has a name is of the type of what has been read
  private <V> Optional<V> readIcon(LayoutAttribute given, LayoutElement element, IconName name) {
    return (Optional<V>) new IconReader(files, problems).read(given, element.folder(), name);
  }

  /** Sets a text in the language of the plan, and again in others. */
  @SuppressWarnings("unchecked") // what is shown later was read by the same type
  private <T, V> Optional<Consumer<Target<T>>> localSetting(
      LayoutAttribute given, Property<T, V> property) {
    var text = new LocalText<>(given, given.value().substring(1), property.type());
    int index = localTexts.size();
    localTexts.add(text);
    return text.in(texts, problems)
        .map(
            value ->
                target -> {
                  property.setter().set(target.it(), value, target.context());
                  var shown = new AtomicReference<V>(value);
                  target
                      .context()
                      .whenTranslated(
                          index,
                          other -> {
                            if (!isEdited(target.it(), given, shown.getAndSet((V) other))) {
                              property.setter().set(target.it(), (V) other, target.context());
                            }
                          });
                });
  }

  @SuppressWarnings("unchecked") // what is in a space is of the same type
  private static <V> V in(String space, V value) {
    return value instanceof Spaced<?> spaced ? (V) spaced.in(space) : value;
  }

  private <T> Optional<Consumer<Target<T>>> raising(LayoutAttribute given, Offer<? super T> offer) {
    String identifier = given.value().strip();
    if (identifier.startsWith(METHOD_PREFIX)) {
      String method = identifier.substring(METHOD_PREFIX.length());
      handlers.add(new HandlerUse(given, method, offer.snapshot()));
    } else if (identifier.isEmpty() || isReserved(identifier)) {
      problems.add(
          LayoutProblem.badValue(
              given, identifier.isEmpty() ? "the name of an event" : "free: runspaces raise it"));
      return Optional.empty();
    }
    return Optional.of(
        target -> {
          EventSink sink = target.context().sink();
          offer.source().attach(target.it(), event -> sink.raise(identifier, event));
        });
  }

  private static boolean isReserved(String identifier) {
    return RESERVED.stream().anyMatch(identifier::equalsIgnoreCase);
  }

  private void refuseUnknownAttributes(LayoutElement element, Tag<?> tag, boolean placed) {
    var names = new AttributeNames(tag, placed);
    for (LayoutAttribute attribute : element.attributes()) {
      if (!names.contain(attribute.name())) {
        Collection<String> guesses = names.guessesFor(attribute.name());
        problems.add(LayoutProblem.unknownAttribute(element, attribute, guesses));
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
