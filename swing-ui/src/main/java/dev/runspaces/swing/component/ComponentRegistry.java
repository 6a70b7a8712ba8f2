package dev.runspaces.swing.component;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tags that a layout may use. Nothing outside it is ever made: a layout file cannot name a
 * class.
 *
 * <p>Immutable, and safe for use on any thread.
 */
public final class ComponentRegistry {
  private static final ComponentRegistry STANDARD =
      StandardTags.addTo(new ComponentRegistry(Map.of()));

  private final Map<String, Tag<?>> tags;
  private final Map<String, Tag<?>> byName;

  private ComponentRegistry(Map<String, Tag<?>> tags) {
    this.tags = tags;
    this.byName = new HashMap<>(tags); // found without comparing
  }

  /** {@return the registry of the tags that come with this library} */
  public static ComponentRegistry standard() {
    return STANDARD;
  }

  /**
   * Adds a tag, or puts it in the place of the one that has its name.
   *
   * @param tag the tag
   * @return a new registry
   */
  public ComponentRegistry with(Tag<?> tag) {
    var copy = new TreeMap<String, Tag<?>>(tags);
    copy.put(tag.name(), tag);
    return new ComponentRegistry(Collections.unmodifiableMap(copy));
  }

  /** {@return the names of its tags, in alphabetical order; immutable} */
  public Set<String> names() {
    return tags.keySet();
  }

  /**
   * Describes what a layout may use, for tools and documents.
   *
   * @return a description of each tag, in alphabetical order; immutable
   */
  public List<TagDescription> describe() {
    return new Describer(this).all();
  }

  Optional<Tag<?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
