package dev.runspaces.stream;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far something has come, so that a GUI or a terminal can show a bar. PowerShell's {@code
 * ProgressRecord}. Immutable; begin with {@link #of}, and go on from there:
 *
 * <pre>{@code
 * Progress copying = Progress.of("Copying");
 * streams.progress().add(copying.withCount(3, 10).withRemaining(Duration.ofSeconds(12)));
 * }</pre>
 *
 * <p>Records of one activity have the same {@link #id}; one that is part of another names it as its
 * {@link #parent}. A record with 100 percent is the last of its activity.
 *
 * @param activity what is going on, for example "Copying"; not blank
 * @param status where it is, for example "3 of 10"; may be empty
 * @param percent how much is done, from 0 to 100, or {@link #UNKNOWN}
 * @param remaining how long it will still take, from zero; null if that is unknown
 * @param id which activity of those that go on at the same time this is, from 0
 * @param parent the {@link #id} of the activity that this is a part of, or {@link #NO_PARENT}
 */
public record Progress(
    String activity, String status, int percent, @Nullable Duration remaining, int id, int parent) {

  /** As a {@link #percent}: nobody knows how much is done. */
  public static final int UNKNOWN = -1;

  /** As a {@link #parent}: this is no part of another activity. */
  public static final int NO_PARENT = -1;

  /**
   * Makes one; {@link #of} and the methods after it are easier to read.
   *
   * @param activity what is going on; not blank
   * @param status where it is; may be empty
   * @param percent from 0 to 100, or {@link #UNKNOWN}
   * @param remaining from zero; null if it is unknown
   * @param id from 0
   * @param parent the id of another activity, or {@link #NO_PARENT}
   * @throws IllegalArgumentException if one of the values is not as described
   */
  public Progress {
    Objects.requireNonNull(status, "withStatus: a status is needed; an empty one is none");
    if (activity.isBlank()) {
      throw new IllegalArgumentException("activity: it is blank; say what is going on");
    }
    if (percent != UNKNOWN && (percent < 0 || percent > 100)) {
      throw new IllegalArgumentException(
          "percent: " + percent + " is neither from 0 to 100 nor UNKNOWN (" + UNKNOWN + ")");
    }
    if (remaining != null && remaining.isNegative()) {
      throw new IllegalArgumentException(
          "remaining: " + remaining + " is negative; give zero or more, or null if it is unknown");
    }
    if (id < 0) {
      throw new IllegalArgumentException("id: " + id + " is negative; give 0 or more");
    }
    if (parent != NO_PARENT && parent < 0) {
      throw new IllegalArgumentException(
          "parent: " + parent + " is neither an id from 0 nor NO_PARENT (" + NO_PARENT + ")");
    }
    if (parent == id) {
      throw new IllegalArgumentException(
          "parent: activity " + id + " cannot be a part of itself; give it an id of its own");
    }
  }

  /**
   * Makes one of which nothing else is known yet.
   *
   * @param activity what is going on; not blank
   * @return the progress of the activity with {@link #id} 0
   * @throws IllegalArgumentException if the activity is blank
   */
  public static Progress of(String activity) {
    Objects.requireNonNull(activity, "of: an activity is needed");
    return new Progress(activity, "", UNKNOWN, null, 0, NO_PARENT);
  }

  /**
   * Returns one for another activity.
   *
   * @param newActivity what is going on; not blank
   * @return a copy with it
   * @throws IllegalArgumentException if the activity is blank
   */
  public Progress withActivity(String newActivity) {
    Objects.requireNonNull(newActivity, "withActivity: an activity is needed");
    return new Progress(newActivity, status, percent, remaining, id, parent);
  }

  /**
   * Returns one with another status.
   *
   * @param newStatus where it is; may be empty
   * @return a copy with it
   */
  public Progress withStatus(String newStatus) {
    Objects.requireNonNull(newStatus, "withStatus: a status is needed; an empty one is none");
    return new Progress(activity, newStatus, percent, remaining, id, parent);
  }

  /**
   * Returns one with another percentage.
   *
   * @param newPercent from 0 to 100, or {@link #UNKNOWN}
   * @return a copy with it
   * @throws IllegalArgumentException if it is neither
   */
  public Progress withPercent(int newPercent) {
    return new Progress(activity, status, newPercent, remaining, id, parent);
  }

  /**
   * Returns one whose status and percentage say that so many of so many are done: "3 of 10", and 30
   * percent, rounded down.
   *
   * @param done how many are done, from 0 to the total
   * @param total how many there are, from 1
   * @return a copy with it
   * @throws IllegalArgumentException if the numbers are out of range
   */
  public Progress withCount(long done, long total) {
    if (total < 1 || done < 0 || done > total) {
      throw new IllegalArgumentException(
          "withCount: "
              + done
              + " of "
              + total
              + "; give a total from 1, and from 0 to it as done");
    }
    // Where a hundredfold would overflow, hundredths are small enough.
    boolean small = done <= Long.MAX_VALUE / 100;
    long hundredths = small ? done * 100 / total : Math.min(100, done / (total / 100));
    int newPercent = done == total ? 100 : (int) Math.min(99, hundredths);
    return new Progress(activity, done + " of " + total, newPercent, remaining, id, parent);
  }

  /**
   * Returns one that says how long it will still take.
   *
   * @param newRemaining from zero; null if it is unknown
   * @return a copy with it
   * @throws IllegalArgumentException if it is negative
   */
  public Progress withRemaining(@Nullable Duration newRemaining) {
    return new Progress(activity, status, percent, newRemaining, id, parent);
  }

  /**
   * Returns one with another number, for activities that go on at the same time.
   *
   * @param newId from 0
   * @return a copy with it
   * @throws IllegalArgumentException if it is negative, or that of the {@link #parent}
   */
  public Progress withId(int newId) {
    return new Progress(activity, status, percent, remaining, newId, parent);
  }

  /**
   * Returns one that is part of another activity.
   *
   * @param whole that activity, with another {@link #id}
   * @return a copy that says so
   * @throws IllegalArgumentException if the ids are the same
   */
  public Progress partOf(Progress whole) {
    Objects.requireNonNull(whole, "partOf: a progress is needed");
    return new Progress(activity, status, percent, remaining, id, whole.id);
  }

  /** {@return whether it is known how much is done} */
  public boolean isPercentKnown() {
    return percent != UNKNOWN;
  }

  /** {@return whether this is the last of its activity, with 100 percent} */
  public boolean isCompleted() {
    return percent == 100;
  }

  /**
   * Renders this as one line for a terminal, for example {@code Copying [#####.....] 50 % 3 of 10,
   * 0:12 left}. A fifth of the width is for the bar, texts that are too long for the rest are
   * shortened; where the percentage is unknown there are dots in place of the bar. Control
   * characters, which could change the terminal, are replaced by a question mark.
   *
   * @param width how many characters the line has at most, from 20
   * @return the line, without a line break
   * @throws IllegalArgumentException if the width is less than 20
   */
  public String bar(int width) {
    return ProgressLine.render(this, width);
  }
}
