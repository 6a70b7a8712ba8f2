package dev.runspaces.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to raise: all of an event but what the hub adds when it numbers it.
 *
 * @param journey where it has been; null if it does not leave the runspaces that it climbs through
 */
record Emission(
    String sourceIdentifier,
    @Nullable Object sender,
    List<@Nullable Object> arguments,
    Unheard unheard,
    @Nullable Journey journey) {

  Emission {
    Objects.requireNonNull(sourceIdentifier, "sourceIdentifier");
  }

  static Emission of(String sourceIdentifier, Unheard unheard, @Nullable Object... arguments) {
    return new Emission(
        sourceIdentifier,
        null,
        Collections.unmodifiableList(new ArrayList<>(Arrays.asList(arguments))),
        unheard,
        null);
  }

  /** Names the object that it is about. */
  Emission from(Object about) {
    return new Emission(sourceIdentifier, about, arguments, unheard, journey);
  }

  /** Lets it go on to buses that are connected, unless its journey has been there. */
  Emission on(Journey itsJourney) {
    return new Emission(sourceIdentifier, sender, arguments, unheard, itsJourney);
  }
}
