package dev.runspaces.delivery;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to raise: all of an event but what the hub adds when it numbers it.
 *
 * @param keys by which inboxes tell which other events it replaces; null if none of them asks
 * @param journey where it has been; null if it does not leave the runspaces that it climbs through
 */
record Emission(
    String sourceIdentifier,
    @Nullable Object sender,
    List<@Nullable Object> arguments,
    Unheard unheard,
    @Nullable Journey journey,
    @Nullable Map<Inbox, Object> keys) {

  Emission {
    Objects.requireNonNull(sourceIdentifier, "sourceIdentifier");
  }

  static Emission of(String sourceIdentifier, Unheard unheard, @Nullable Object... arguments) {
    return new Emission(sourceIdentifier, null, listOf(arguments), unheard, null, null);
  }

  /** With none or one, as most events have, without a copy of the array; null is allowed in all. */
  private static List<@Nullable Object> listOf(@Nullable Object... arguments) {
    return switch (arguments.length) {
      case 0 -> Collections.emptyList();
      case 1 -> Collections.singletonList(arguments[0]);
      default -> Collections.unmodifiableList(Arrays.asList(arguments.clone()));
    };
  }

  /** Returns an object to raise, as the only argument. */
  static Emission ofPayload(String sourceIdentifier, Unheard unheard, Object payload) {
    return new Emission(
        sourceIdentifier, null, Collections.singletonList(payload), unheard, null, null);
  }

  /** Names the object that it is about. */
  Emission from(Object about) {
    return new Emission(sourceIdentifier, about, arguments, unheard, journey, keys);
  }

  /** Lets it go on to buses that are connected, unless its journey has been there. */
  Emission on(@Nullable Journey itsJourney) {
    return itsJourney == journey
        ? this // the usual case, without a copy for each event
        : new Emission(sourceIdentifier, sender, arguments, unheard, itsJourney, keys);
  }

  /** Names what it has in common with others that it replaces, in inboxes that ask for that. */
  Emission keyed(Map<Inbox, Object> itsKeys) {
    return new Emission(sourceIdentifier, sender, arguments, unheard, journey, itsKeys);
  }
}
