package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.NearestNames;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an element of a layout stands for: how its component is made, which attributes it has, and
 * what may stand in it. The built-in tags are made by the same calls as a program's own:
 *
 * <pre>{@code
 * Tag<Gauge> gauge =
 *     Tag.of("Gauge", Gauge.class, Gauge::new)
 *         .property("value", ValueType.integer(0, 100), Gauge::setValue);
 * ComponentRegistry registry = ComponentRegistry.standard().with(gauge);
 * }</pre>
 *
 * <p>Immutable: each call returns a new tag. Every tag of a component has {@code enabled}, {@code
 * visible}, {@code focusable}, {@code foreground}, {@code background} and {@code cursor}, and of a
 * Swing component {@code toolTipText}, {@code opaque} and {@code styleClass}; of an accessible one
 * {@code accessibleName} and {@code accessibleDescription}; and an {@code on...} attribute for each
 * kind of listener that such a component can have. The functions given are called on the EDT.
 *
 * @param <T> what is made
 */
public final class Tag<T> {
  private final String name;
  private final Class<T> product;
  private final Factory<T> factory;
  private final Attributes<T> attributes;
  private final TagContent<T> content;
  private final Docs docs;
  private final boolean isFreeStanding;
  private volatile @Nullable Map<String, Integer> places;

  private Tag(
      String name,
      Class<T> product,
      Factory<T> factory,
      Attributes<T> attributes,
      TagContent<T> content,
      Docs docs) {
    this.name = name;
    this.product = product;
    this.factory = factory;
    this.attributes = attributes;
    this.content = content;
    this.docs = docs;
    this.isFreeStanding = FreeStanding.is(product);
  }

  /**
   * How it is made.
   *
   * @param usual makes one, where nothing else is said
   * @param elsewhere makes one in an element that makes something of a class
   */
  private record Factory<T>(
      Supplier<? extends T> usual, Map<Class<?>, Supplier<? extends T>> elsewhere) {}

  private record Attributes<T>(
      Map<String, Property<T, ?>> properties, Map<String, Offer<T>> events) {

    Attributes<T> withProperty(String name, Property<T, ?> property) {
      return new Attributes<>(with(properties, name, property), events);
    }

    Attributes<T> withEvent(String name, Offer<T> offer) {
      return new Attributes<>(properties, with(events, name, offer));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
      var copy = new LinkedHashMap<>(map);
      copy.put(key, value);
      return copy;
    }
  }

  /**
   * Starts a tag.
   *
   * @param name the name of its element
   * @param product the class of what it makes; a {@link Component}, or what a parent takes as a
   *     child
   * @param factory makes one
   * @param <T> what is made
   * @return a tag without attributes of its own and without children
   */
  public static <T> Tag<T> of(String name, Class<T> product, Supplier<? extends T> factory) {
    return new Tag<>(
        name,
        product,
        new Factory<>(factory, Map.of()),
        new Attributes<>(Map.of(), Map.of()),
        TagContent.none(),
        new Docs("", Map.of()));
  }

  /**
   * Starts a tag of a component of the program's own, with an attribute for each property that its
   * class, or a superclass outside of the JDK, has a setter for: of type {@code String}, any
   * primitive type or what it is boxed to, such as {@code Integer}, an enum, {@code Color}, {@code
   * Insets}, {@code Dimension}, {@code KeyStroke}, {@code Icon}, {@code Duration} or {@code
   * LocalDate}. Properties of Swing's own classes are added by {@link #property}, as some of them
   * would load from anywhere.
   *
   * @param name the name of its element
   * @param bean the component's class
   * @param factory makes one
   * @param <T> what is made
   * @return a tag
   * @throws IllegalArgumentException if a setter cannot be called because its module does not open
   *     its package; the message says what to add
   */
  public static <T> Tag<T> ofBean(String name, Class<T> bean, Supplier<? extends T> factory) {
    return BeanTag.of(name, bean, factory);
  }

  /**
   * Adds an attribute that sets a property. Properties are set in the order in which they were
   * added here, after the children are in place.
   *
   * @param attribute its name: that of the bean's property
   * @param type how its text is read
   * @param setter sets it; must accept every value of the type
   * @param <V> the type of its value
   * @return a new tag
   */
  public <V> Tag<T> property(
      String attribute, ValueType<V> type, BiConsumer<? super T, ? super V> setter) {
    return contextProperty(attribute, type, (it, value, context) -> setter.accept(it, value));
  }

  <V> Tag<T> contextProperty(
      String attribute, ValueType<V> type, Property.Setter<? super T, ? super V> setter) {
    return with(attribute, new Property<T, V>(type, setter));
  }

  /** Adds a number that others are compared with, also where a layout does not give it. */
  Tag<T> property(
      String attribute,
      ValueType<Integer> type,
      int initial,
      BiConsumer<? super T, Integer> setter) {
    return with(
        attribute,
        new Property<T, Integer>(
            type, (it, value, context) -> setter.accept(it, value), null, initial));
  }

  /** Adds the text: what is made with it need not tell its UI of a change. */
  Tag<T> text(
      Function<String, ? extends T> maker, BiConsumer<? super T, ? super MnemonicText> setter) {
    return with(
        "text",
        new Property<T, MnemonicText>(
            MnemonicText.TYPE,
            (it, text, context) -> setter.accept(it, text),
            text ->
                text.index() < 0 ? Optional.of(() -> maker.apply(text.text())) : Optional.empty(),
            null));
  }

  private Tag<T> with(String attribute, Property<T, ?> property) {
    return new Tag<>(
        name, product, factory, attributes.withProperty(attribute, property), content, docs);
  }

  /** Has an attribute take other whole numbers. */
  Tag<T> range(String attribute, int least, int greatest) {
    Property<T, ?> found = attributes.properties.get(attribute);
    if (found == null || found.type().bound() != Integer.class) {
      var ranges = new TreeMap<>(attributes.properties); // none of what all components have
      ranges.values().removeIf(property -> property.type().bound() != Integer.class);
      throw new IllegalArgumentException(
          "<"
              + name
              + "> has no whole number named \""
              + attribute
              + "\"; "
              + NearestNames.hint(attribute, ranges.keySet(), "it has none at all"));
    }
    Property<T, Integer> number = asOfNumbers(found);
    return with(
        attribute,
        new Property<T, Integer>(
            ValueType.integer(least, greatest), number.setter(), null, number.initial()));
  }

  @SuppressWarnings("unchecked") // its type says so
  private static <T> Property<T, Integer> asOfNumbers(Property<T, ?> property) {
    return (Property<T, Integer>) property;
  }

  /**
   * Adds an attribute that names the event to raise.
   *
   * @param attribute its name, such as {@code onClick}
   * @param source adds the listener
   * @return a new tag
   */
  public Tag<T> event(String attribute, EventSource<? super T> source) {
    return event(attribute, ComponentEvent.class, source);
  }

  /**
   * Adds an attribute that names the event to raise, and says what its snapshots are: so that a
   * layout whose handler takes another one is refused when it is loaded.
   *
   * @param attribute its name, such as {@code onClick}
   * @param snapshot the type of what is raised
   * @param source adds the listener
   * @return a new tag
   */
  public Tag<T> event(
      String attribute, Class<? extends ComponentEvent> snapshot, EventSource<? super T> source) {
    var offer = new Offer<T>(snapshot, source);
    return new Tag<>(name, product, factory, attributes.withEvent(attribute, offer), content, docs);
  }

  /**
   * Lets components stand in it, any number, placed by MigLayout, or by one of Swing's managers if
   * the element says so: it has the attributes {@code layout}, {@code columns}, {@code rows},
   * {@code manager}, {@code gap} and {@code align}, and each child {@code cell}.
   *
   * @param container finds the container to add them to
   * @return a new tag
   */
  public Tag<T> laidOut(Function<? super T, ? extends Container> container) {
    return new Tag<>(name, product, factory, attributes, content.laidOut(container), docs);
  }

  /**
   * Lets children of a type stand in it, any number.
   *
   * @param type what the child's tag makes
   * @param adder adds one
   * @param <C> that type
   * @return a new tag
   */
  public <C> Tag<T> children(Class<C> type, BiConsumer<? super T, ? super C> adder) {
    return withPart(type, adder, Integer.MAX_VALUE);
  }

  /**
   * Lets one child of a type stand in it, beside those of other types.
   *
   * @param type what the child's tag makes
   * @param adder adds it
   * @param <C> that type
   * @return a new tag
   */
  public <C> Tag<T> child(Class<C> type, BiConsumer<? super T, ? super C> adder) {
    return withPart(type, adder, 1);
  }

  /** Lets no more than so many children of a type stand in it. */
  <C> Tag<T> children(Class<C> type, int most, BiConsumer<? super T, ? super C> adder) {
    return withPart(type, adder, most);
  }

  private <C> Tag<T> withPart(Class<C> type, BiConsumer<? super T, ? super C> adder, int most) {
    return new Tag<>(name, product, factory, attributes, content.with(type, adder, most), docs);
  }

  /**
   * Says what it is, for {@link ComponentRegistry#describe}.
   *
   * @param text one line
   * @return a new tag
   */
  public Tag<T> describedAs(String text) {
    return new Tag<>(name, product, factory, attributes, content, docs.withTag(text));
  }

  /**
   * Says what one of its attributes is, for {@link ComponentRegistry#describe}.
   *
   * @param attribute the attribute's name
   * @param text one line
   * @return a new tag
   */
  public Tag<T> describedAs(String attribute, String text) {
    return new Tag<>(
        name, product, factory, attributes, content, docs.withAttribute(attribute, text));
  }

  Docs docs() {
    return docs;
  }

  /** {@return the name of its element} */
  public String name() {
    return name;
  }

  Class<T> product() {
    return product;
  }

  Supplier<? extends T> factory() {
    return factory.usual;
  }

  /** Says how it is made in elements that make something of a class. */
  Tag<T> madeIn(Class<?> parent, Supplier<? extends T> maker) {
    var elsewhere = new HashMap<>(factory.elsewhere);
    elsewhere.put(parent, maker);
    return madeBy(new Factory<>(factory.usual, Map.copyOf(elsewhere)));
  }

  /** Returns it as it is in an element: itself, if it is there as it is anywhere. */
  Tag<T> in(Tag<?> parent) {
    Supplier<? extends T> maker = factory.elsewhere.get(parent.product);
    return maker == null ? this : madeBy(new Factory<>(maker, Map.of()));
  }

  private Tag<T> madeBy(Factory<T> other) {
    return new Tag<>(name, product, other, attributes, content, docs);
  }

  /** Returns a property that there is. */
  Property<T, ?> property(String attribute) {
    return Objects.requireNonNull(find(attribute), attribute);
  }

  /** Returns the attributes that set properties, in the order in which they are to be set. */
  List<LayoutAttribute> inItsOrder(List<LayoutAttribute> given) {
    var found = new ArrayList<LayoutAttribute>(given.size());
    for (LayoutAttribute attribute : given) {
      if (hasProperty(attribute.name())) {
        found.add(attribute);
      }
    }
    if (found.size() > 1) {
      found.sort(Comparator.comparing(attribute -> places().getOrDefault(attribute.name(), 0)));
    }
    return found;
  }

  /** Counted when it is asked for first; whoever does it at the same time counts the same. */
  private Map<String, Integer> places() {
    Map<String, Integer> known = places;
    if (known == null) {
      var counted = new HashMap<String, Integer>();
      propertyNames().forEach(name -> counted.put(name, counted.size()));
      known = Map.copyOf(counted);
      places = known;
    }
    return known;
  }

  boolean isFreeStanding() {
    return isFreeStanding;
  }

  private @Nullable Property<T, ?> find(String attribute) {
    Property<T, ?> own = attributes.properties.get(attribute);
    return own != null ? own : CommonAttributes.find(product, attribute);
  }

  /** Tells whether an attribute of this name sets a property. */
  boolean hasProperty(String attribute) {
    return attributes.properties.containsKey(attribute)
        || CommonAttributes.isKnown(product, attribute);
  }

  /** {@return the names of the attributes that set properties, in the order in which they do} */
  Set<String> propertyNames() {
    Set<String> names = CommonAttributes.namesFor(product);
    names.addAll(attributes.properties.keySet());
    return names;
  }

  /** {@return the names of its {@code on...} attributes} */
  Set<String> eventNames() {
    Set<String> names = new TreeSet<>(attributes.events.keySet());
    names.addAll(ListenerEvents.namesFor(product));
    return names;
  }

  /** {@return what is behind an {@code on...} attribute; empty if it has no such} */
  Optional<Offer<? super T>> event(String attribute) {
    Offer<T> own = attributes.events.get(attribute);
    return own != null
        ? Optional.of(own)
        : Optional.ofNullable(ListenerEvents.find(product, attribute));
  }

  boolean isLaidOut() {
    return content.layout() != null;
  }

  /** Returns the container of the components laid out in it; only if there are such. */
  Container container(T target) {
    Function<? super T, ? extends Container> layout = content.layout();
    if (layout == null) {
      throw new IllegalStateException("<" + name + "> lays out no children");
    }
    return layout.apply(target);
  }

  List<TagContent.Part<T>> parts() {
    return content.parts();
  }

  /** Tells whether a manager places this child in it: a component without a place of its own. */
  boolean places(Tag<?> child) {
    return content.places(child);
  }

  /** Finds how a child gets into it; empty for one that is laid out, or not allowed. */
  Optional<TagContent.Part<T>> partFor(Tag<?> child) {
    return content.partFor(child);
  }

  boolean allows(Tag<?> child) {
    return places(child) || partFor(child).isPresent();
  }
}
