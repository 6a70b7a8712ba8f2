package dev.runspaces.delivery;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The subscriptions to each name, found however it is spelt. Changed by one thread at a time. */
final class NameIndex {
  /** How many spellings of names are remembered; beyond that they are looked at each time. */
  private static final int SPELLINGS = 1_000;

  /** By their names, as {@link #folded} has them. No array is ever changed. */
  private final ConcurrentHashMap<String, HubSubscription[]> toNames = new ConcurrentHashMap<>();

  private final ConcurrentHashMap<String, String> spellings = new ConcurrentHashMap<>();

  /** Changes who is subscribed to a name; null stands for nobody. */
  void change(String name, UnaryOperator<HubSubscription @Nullable []> change) {
    toNames.compute(folded(name), (key, old) -> change.apply(old));
  }

  HubSubscription @Nullable [] find(String name) {
    String folded = spellings.get(name);
    if (folded == null) {
      folded = folded(name);
      if (spellings.size() < SPELLINGS) {
        spellings.put(name, folded);
      }
    }
    return toNames.get(folded);
  }

  Collection<HubSubscription[]> all() {
    return toNames.values();
  }

  boolean isEmpty() {
    return toNames.isEmpty();
  }

  /** Makes those alike that are so to {@link String#equalsIgnoreCase}. */
  private static String folded(String name) {
    var folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      folded.append(Character.toLowerCase(Character.toUpperCase(name.charAt(i))));
    }
    return folded.toString();
  }
}
