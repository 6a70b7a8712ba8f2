package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.NearestNames;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the attributes that an element may have.
 *
 * @param tag its tag
 * @param placed whether it may say where its parent puts it
 */
record AttributeNames(Tag<?> tag, boolean placed) {
  static final String NAME = "name";
  static final String VALUE = "value";
  static final String EVENT_PREFIX = "on";

  /** What Swing calls sizes; here they are said where an element is placed, or by its grid. */
  private static final Set<String> SIZES =
      Set.of("width", "height", "size", "preferredSize", "minimumSize", "maximumSize");

  /** Tells whether that is a size, which this element has as no attribute. */
  boolean isSizeThatIsSaidElsewhere(String name) {
    return SIZES.contains(name)
        && !contain(name)
        && !tag.hasProperty("preferredSize")
        && (placed || tag.isLaidOut());
  }

  boolean contain(String name) {
    return name.equals(NAME)
        || tag.hasProperty(name)
        || (name.startsWith(EVENT_PREFIX) && tag.event(name).isPresent())
        || (tag.isLaidOut() && Arrangement.ATTRIBUTES.contains(name))
        || (placed && name.equals(Arrangement.PLACE))
        || Bindable.attributesOf(tag.product()).contains(name);
  }

  /** All names if one is near; else those of its kind, for all of them would fill the screen. */
  Collection<String> guessesFor(String unknown) {
    Collection<String> known = all();
    boolean isEvent = unknown.startsWith(EVENT_PREFIX);
    return NearestNames.of(unknown, known).isEmpty()
        ? known.stream().filter(name -> name.startsWith(EVENT_PREFIX) == isEvent).toList()
        : known;
  }

  private Collection<String> all() {
    var all = new TreeSet<String>(tag.propertyNames());
    all.addAll(tag.eventNames());
    all.add(NAME);
    if (tag.isLaidOut()) {
      all.addAll(Arrangement.ATTRIBUTES);
    }
    if (placed) {
      all.add(Arrangement.PLACE);
    }
    all.addAll(Bindable.attributesOf(tag.product()));
    return all;
  }
}
