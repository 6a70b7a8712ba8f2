package dev.runspaces.swing.component;

import dev.runspaces.swing.component.PlanNode.Making;
import dev.runspaces.swing.component.PlanNode.Target;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ModelProblems;
import dev.runspaces.swing.layout.PartProblems;
import dev.runspaces.swing.layout.PlaceProblems;
import dev.runspaces.swing.layout.SourceLocation;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * Turns the attributes of elements into what is to be done with each new component, and keeps what
 * they use: texts and methods. For one layout.
 */
final class SettingCompiler {
  private static final String VALUE = AttributeNames.VALUE;
  static final String ACTION = "action";
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

  private final Texts texts;
  private final LayoutFiles files;
  private final References references;
  private final BindingCompiler bindings;
  private final List<LayoutProblem> problems;
  private final List<LayoutProblem> warnings = new ArrayList<>();
  private final List<HandlerUse> handlers = new ArrayList<>();
  private final Map<KeyStroke, SourceLocation> keys = new HashMap<>();
  private final Map<GroupName, SourceLocation> chosen = new HashMap<>();
  private final NamelessButtons nameless = new NamelessButtons();
  private final List<LocalText<?>> localTexts = new ArrayList<>();

  SettingCompiler(
      Texts texts,
      LayoutFiles files,
      References references,
      BindingCompiler bindings,
      List<LayoutProblem> problems) {
    this.bindings = bindings;
    this.texts = texts;
    this.files = files;
    this.references = references;
    this.problems = problems;
  }

  List<HandlerUse> handlers() {
    return handlers;
  }

  List<LocalText<?>> localTexts() {
    return localTexts;
  }

  /** Notes what may be a mistake. */
  void warn(LayoutProblem warning) {
    warnings.add(warning);
  }

  /** Returns what may be a mistake, when all elements were compiled. */
  List<LayoutProblem> warnings() {
    var all = new ArrayList<>(warnings);
    all.addAll(nameless.warnings());
    return all;
  }

  /** Properties in the order of the tag, so that a value comes after the range it must be in. */
  <T> Making<T> of(LayoutElement element, Tag<T> tag, boolean placed) {
    Supplier<? extends T> factory = tag.factory();
    var settings = new ArrayList<Consumer<Target<T>>>();
    List<LayoutAttribute> edited = BindingCompiler.edited(element, tag);
    for (LayoutAttribute given : edited) {
      Bindable bindable = Bindable.of(element, tag, given.name());
      if (bindable != null) {
        add(bindings.editing(given, tag, bindable), settings);
      }
    }
    for (LayoutAttribute given : tag.inItsOrder(element.attributes())) {
      if (edited.contains(given)) {
        continue;
      }
      Property<T, ?> property = tag.property(given.name());
      Supplier<T> maker = maker(given, element, property);
      if (maker == null) {
        add(setting(given, element, tag, property), settings);
      } else {
        factory = maker;
      }
    }
    // Events last: setting a property is nothing to raise an event for.
    for (LayoutAttribute given : element.attributes()) {
      Offer<? super T> offer =
          given.name().startsWith(EVENT_PREFIX) ? tag.event(given.name()).orElse(null) : null;
      if (offer != null) {
        add(raising(given, offer), settings);
      }
    }
    refuseUnknownAttributes(element, tag, placed);
    if (edited.isEmpty()
        && element.attribute(GroupName.OPTION).isPresent()
        && tag.hasProperty(GroupName.OPTION)) {
      problems.add(LayoutProblem.missingAttribute(element, VALUE));
    }
    if (element.attribute(GroupName.GROUP).isPresent()) {
      GroupName.checkChoice(element, tag, chosen, problems);
    }
    nameless.look(element, tag);
    return new Making<>(element, factory, settings);
  }

  /**
   * Finds how to make it with this value; null if that is to be set, as others before it may be.
   */
  private static <T, V> @Nullable Supplier<T> maker(
      LayoutAttribute given, LayoutElement element, Property<T, V> property) {
    Property.Maker<T, V> maker = property.maker();
    if (maker == null
        || element.attribute(ACTION).isPresent() // which says a text, too
        || given.value().startsWith("%") // a key, or what looks like one
        || given.value().indexOf('{') >= 0) { // a path, or what looks like one
      return null;
    }
    return property.type().read(given.value()).flatMap(maker::with).orElse(null);
  }

  private static <T> void add(
      Optional<Consumer<Target<T>>> setting, List<Consumer<Target<T>>> settings) {
    if (setting.isPresent()) { // a function here would be a class at the program's start
      settings.add(setting.get());
    }
  }

  private <T, V> Optional<Consumer<Target<T>>> setting(
      LayoutAttribute given, LayoutElement element, Tag<T> tag, Property<T, V> property) {
    Class<?> bound = property.type().bound();
    if (bound != null && ModelPath.read(given.value()).isPresent()) {
      return bindings.showing(given, tag, property, bound);
    }
    if (property.type().isText() && LocalText.isKey(given.value())) {
      return localSetting(given, tag, property);
    }
    if (property.type().isText() && ModelPath.isAlmost(given.value())) {
      warnings.add(ModelProblems.almostBound(given));
    }
    String text = property.type().isText() ? asWritten(given) : given.value();
    Optional<V> value = property.type().read(text).map(read -> in(element, read));
    if (value.orElse(null) instanceof ComponentReference reference) {
      references.use(given, reference);
    }
    if (value.orElse(null) instanceof ActionReference action) {
      references.use(given, action);
    }
    if (value.isEmpty()) {
      tellOfUnreadable(given, text, property.type());
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
    return value.map(v -> target -> set(given, tag, property, target, v));
  }

  /** What a setter of the program's throws is told with the place of what it was given. */
  private static <T, V> void set(
      LayoutAttribute given, Tag<T> tag, Property<T, V> property, Target<T> target, V value) {
    try {
      property.setter().set(target.it(), value, target.context());
    } catch (UndeclaredThrowableException failure) {
      throw refused(given, tag, Objects.requireNonNullElse(failure.getCause(), failure));
    } catch (RuntimeException refusal) {
      throw refused(given, tag, refusal);
    }
  }

  private static LayoutException refused(LayoutAttribute given, Tag<?> tag, Throwable why) {
    return new LayoutException(LayoutProblem.refused(given, tag.name(), why), why);
  }

  /** Returns a text that is neither a key nor a path as it is meant. */
  static String asWritten(LayoutAttribute given) {
    return ModelPath.unescaped(LocalText.unescaped(given.value()));
  }

  private void tellOfUnreadable(LayoutAttribute given, String text, ValueType<?> type) {
    if (ModelPath.read(text).isPresent()) {
      problems.add(ModelProblems.cannotBeBound(given, type.expected()));
      return;
    }
    if (type.bound() != null && ModelPath.isInBraces(text)) {
      problems.add(ModelProblems.noExpression(given));
      return;
    }
    List<ValueFault> faults = type.faults(text);
    if (faults.isEmpty()) {
      problems.add(
          type.words().isEmpty()
              ? LayoutProblem.badValue(given, type.expected())
              : LayoutProblem.badValue(given, type.words()));
    }
    for (ValueFault fault : faults) {
      problems.add(
          fault.expected().isEmpty()
              ? PartProblems.unknown(given, fault.start(), fault.part(), fault.words())
              : PartProblems.wrong(given, fault.start(), fault.part(), fault.expected()));
    }
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
      LayoutAttribute given, Tag<T> tag, Property<T, V> property) {
    var text = new LocalText<>(given, given.value().substring(1), property.type());
    int index = localTexts.size();
    localTexts.add(text);
    return text.in(texts, problems)
        .map(
            value ->
                target -> {
                  set(given, tag, property, target, value);
                  var shown = new AtomicReference<V>(value);
                  target
                      .context()
                      .whenTranslated(
                          index,
                          other -> {
                            if (!isEdited(target.it(), given, shown.getAndSet((V) other))) {
                              set(given, tag, property, target, (V) other);
                            }
                          });
                });
  }

  @SuppressWarnings("unchecked") // what is in an element is of the same type
  private static <V> V in(LayoutElement element, V value) {
    return value instanceof Spaced<?> spaced ? (V) spaced.in(element) : value;
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
    for (String reserved : RESERVED) {
      if (reserved.equalsIgnoreCase(identifier)) {
        return true;
      }
    }
    return false;
  }

  private void refuseUnknownAttributes(LayoutElement element, Tag<?> tag, boolean placed) {
    var names = new AttributeNames(tag, placed);
    for (LayoutAttribute attribute : element.attributes()) {
      if (names.isSizeThatIsSaidElsewhere(attribute.name())) {
        problems.add(PlaceProblems.sizeSaidElsewhere(element, attribute, tag.isLaidOut(), placed));
      } else if (!names.contain(attribute.name())) {
        Collection<String> guesses = names.guessesFor(attribute.name());
        problems.add(LayoutProblem.unknownAttribute(element, attribute, guesses));
      }
    }
  }
}
