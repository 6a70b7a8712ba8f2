package dev.runspaces.stream;

import java.util.Objects;

/**
 * Something that was written, and to which stream. What PowerShell gets from {@code *>&1}.
 *
 * @param stream where it was written to
 * @param value what was written; of the stream's {@link StreamName#itemType}
 */
public record StreamItem(StreamName stream, Object value) {

  /**
   * Makes one.
   *
   * @param stream where it was written to
   * @param value what was written
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is not of the stream's type
   */
  public StreamItem {
    Objects.requireNonNull(value, () -> stream + ": null cannot be written to a stream");
    if (!stream.itemType().isInstance(value)) {
      throw new IllegalArgumentException(
          stream
              + ": a "
              + value.getClass().getName()
              + " was written where each item is a "
              + stream.itemType().getName()
              + "; convert it, or write it to OUTPUT or INFORMATION, which take any object");
    }
  }
}
