package dev.runspaces.swing.window;

import dev.runspaces.swing.component.Plan;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
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

  /** What a plan depends on, beside the files. */
  private record Key(String resource, Vocabulary vocabulary) {}

  /**
   * A plan, and what it was made from.
   *
   * @param stamp how its file was
   * @param included how the files were that it includes
   */
  private record Kept(
      FileStamp stamp, Map<LayoutFolder.Item, FileStamp> included, SoftReference<Plan> plan) {}

  /** Makes a plan from a file and those in its folder. */
  @FunctionalInterface
  interface Loader {
    Plan load(LayoutFolder folder) throws IOException;
  }

  /**
   * Returns the plan of a file.
   *
   * @param resource its address
   * @param stamp how the file is now; null if that cannot be told: then nothing is kept
   * @param vocabulary the tags and texts, in a language
   * @param folder where it is
   * @param loader makes the plan, if there is none or a file has changed
   */
  Plan get(
      String resource,
      @Nullable FileStamp stamp,
      Vocabulary vocabulary,
      LayoutFolder folder,
      Loader loader)
      throws IOException {
    var key = new Key(resource, vocabulary);
    Plan kept = stamp == null ? null : find(key, stamp);
    if (kept != null) {
      return kept;
    }
    Plan made = loader.load(folder);
    Map<LayoutFolder.Item, FileStamp> included = folder.stamps();
    if (stamp != null && included != null && areSettled(stamp, included)) {
      synchronized (entries) {
        entries.put(key, new Kept(stamp, included, new SoftReference<>(made)));
      }
    }
    return made;
  }

  private @Nullable Plan find(Key key, FileStamp stamp) {
    Kept entry;
    synchronized (entries) {
      entry = entries.get(key);
    }
    if (entry == null || !entry.stamp.equals(stamp)) {
      return null;
    }
    return LayoutFolder.isAsItWas(entry.included) ? entry.plan.get() : null;
  }

  private static boolean areSettled(FileStamp stamp, Map<LayoutFolder.Item, FileStamp> included) {
    return stamp.isSettled() && included.values().stream().allMatch(FileStamp::isSettled);
  }

  int size() {
    synchronized (entries) {
      return entries.size();
    }
  }
}
