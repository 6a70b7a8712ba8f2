package dev.runspaces;

import dev.runspaces.stream.DataCollection;
import dev.runspaces.stream.Streams;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an invocation runs, and what it runs it with.
 *
 * @param input where the script reads; completed and empty if nobody gives it anything
 * @param copy where all that the script writes goes as well; null for nowhere
 */
record Task<T extends @Nullable Object>(
    Script<T> script, DataCollection<Object> input, @Nullable Streams copy) {
  private static final DataCollection<Object> NO_INPUT = new DataCollection<>();

  static {
    NO_INPUT.complete();
  }

  static <T extends @Nullable Object> Task<T> of(Script<T> script) {
    return new Task<>(script, NO_INPUT, null);
  }

  /** Returns the same with something to read; null for nothing. */
  Task<T> with(@Nullable DataCollection<Object> source) {
    return source == null ? this : new Task<>(script, source, copy);
  }

  /** Returns the same, which writes there as well; null for nowhere. */
  Task<T> copiedTo(@Nullable Streams there) {
    return new Task<>(script, input, there);
  }

  /** The script, whose value, if it has one, becomes the end of the output. */
  static <T extends @Nullable Object> Task<T> writingItsValue(Script<T> script) {
    Objects.requireNonNull(script, "a script is needed");
    return of(
        context -> {
          T value = script.run(context);
          if (value != null) {
            context.write(value);
          }
          return value;
        });
  }
}
