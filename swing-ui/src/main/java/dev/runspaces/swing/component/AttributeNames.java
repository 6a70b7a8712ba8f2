package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.NearestNames;
import java.util.Collection;
import java.util.TreeSet;

/**
 * The names of the attributes that an element may have.
 *
 * @param tag its tag
 * @param placed whether it may say where MigLayout puts it
 */
record AttributeNames(Tag<?> tag, boolean placed) {
  static final String NAME = "name";
  static final String VALUE = "value";
  static final String EVENT_PREFIX = "on";

  boolean contain(String name) {
    return name.equals(NAME)
        || tag.properties().containsKey(name)
        || (name.startsWith(EVENT_PREFIX) && tag.event(name).isPresent())
        || (tag.isLaidOut() && MigText.CONTAINER_ATTRIBUTES.contains(name))
        || (placed && name.equals(MigText.CHILD_ATTRIBUTE))
        || (name.equals(VALUE) && Bindable.isPossible(tag.product()));
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
    var all = new TreeSet<String>(tag.properties().keySet());
    all.addAll(tag.eventNames());
    all.add(NAME);
    if (tag.isLaidOut()) {
      all.addAll(MigText.CONTAINER_ATTRIBUTES);
    }
    if (placed) {
      all.add(MigText.CHILD_ATTRIBUTE);
    }
    if (Bindable.isPossible(tag.product())) {
      all.add(VALUE);
    }
    return all;
  }
}
