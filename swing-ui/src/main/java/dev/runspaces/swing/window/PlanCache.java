package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Plan;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plans of the layouts that were loaded last, so that loading one again costs a look at its
 * file's time. It holds {@value #MOST} at most, and fewer when the memory is needed. Any thread.
 */
final class PlanCache {
  static final int MOST = 128;

  private final Map<Key, Kept> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > MOST;
        }
      };

  /**
   * What a plan depends on, beside the file. The registry counts as itself: two of them with the
   * same tags are two.
   */
  private record Key(String resource, ComponentRegistry registry, Locale locale) {}

  private record Kept(FileStamp stamp, SoftReference<Plan> plan) {}

  /** Makes a plan from a file. */
  @FunctionalInterface
  interface Loader {
    Plan load() throws IOException;
  }

  /**
   * Returns the plan of a file.
   *
   * @param resource its address
   * @param stamp how the file is now; null if that cannot be told: then nothing is kept
   * @param registry the tags
   * @param loader makes the plan, if there is none or the file has changed
   */
  Plan get(String resource, @Nullable FileStamp stamp, ComponentRegistry registry, Loader loader)
      throws IOException {
    var key = new Key(resource, registry, Locale.getDefault());
    Plan kept = stamp == null ? null : find(key, stamp);
    if (kept != null) {
      return kept;
    }
    Plan made = loader.load();
    if (stamp != null && stamp.isSettled()) {
      synchronized (entries) {
        entries.put(key, new Kept(stamp, new SoftReference<>(made)));
      }
    }
    return made;
  }

  private @Nullable Plan find(Key key, FileStamp stamp) {
    synchronized (entries) {
      Kept entry = entries.get(key);
      return entry != null && entry.stamp.equals(stamp) ? entry.plan.get() : null;
    }
  }

  int size() {
    synchronized (entries) {
      return entries.size();
    }
  }
}
