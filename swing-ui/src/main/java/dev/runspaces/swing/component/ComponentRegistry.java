package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.NearestNames;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tags that a layout may use. Nothing outside it is ever made: a layout file cannot name a
 * class.
 *
 * <p>Immutable, and safe for use on any thread.
 */
public final class ComponentRegistry {
  /** The standard tags that were used so far: each is made once, when a layout first names it. */
  private static final Map<String, Tag<?>> MADE = new ConcurrentHashMap<>();

  private static final ComponentRegistry STANDARD =
      new ComponentRegistry(new TreeSet<>(StandardTags.NAMES), Map.of());

  private final Set<String> names;

  /** Those that a program has added, or put into the place of standard ones. */
  private final Map<String, Tag<?>> own;

  private ComponentRegistry(Set<String> names, Map<String, Tag<?>> own) {
    this.names = Collections.unmodifiableSet(names);
    this.own = own;
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
    var allNames = new TreeSet<>(names);
    allNames.add(tag.name());
    var allOwn = new HashMap<>(own);
    allOwn.put(tag.name(), tag);
    return new ComponentRegistry(allNames, allOwn);
  }

  /**
   * Changes which whole numbers an attribute takes. The ranges of the standard tags are beyond what
   * a window needs, and within what Swing can show at once; only code can change them.
   *
   * @param tag the tag's name
   * @param attribute the attribute's
   * @param least the least number allowed
   * @param greatest the greatest number allowed
   * @return a new registry
   * @throws IllegalArgumentException if there is no such tag or attribute, it takes no whole
   *     numbers, or the least is more than the greatest; the message names what there is
   */
  public ComponentRegistry range(String tag, String attribute, int least, int greatest) {
    Tag<?> found =
        find(tag)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no tag is named \"" + tag + "\"; " + NearestNames.hint(tag, names, "")));
    return with(found.range(attribute, least, greatest));
  }

  /** {@return the names of its tags, in alphabetical order; immutable} */
  public Set<String> names() {
    return names;
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
    Tag<?> found = own.get(name);
    return Optional.ofNullable(found != null ? found : standard(name));
  }

  private static @Nullable Tag<?> standard(String name) {
    Tag<?> made = MADE.get(name);
    if (made == null) {
      // Whoever does this at the same time gets what is there first: a tag is compared by identity.
      StandardTags.make(name).forEach(tag -> MADE.putIfAbsent(tag.name(), tag));
      made = MADE.get(name);
    }
    return made;
  }
}
