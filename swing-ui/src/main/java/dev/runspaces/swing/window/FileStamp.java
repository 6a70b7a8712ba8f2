package dev.runspaces.swing.window;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a file was when it was looked at: if this is the same, so is the file. For what is in a jar
 * it is the jar.
 *
 * @param modified when it was last changed
 * @param size its length in bytes
 */
record FileStamp(Instant modified, long size) {
  /** The coarsest clock of a file system. A change within that may leave the same time. */
  private static final Duration CLOCK = Duration.ofSeconds(2);

  /** Looks at a file; null if there is none. */
  static @Nullable FileStamp of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(now.lastModifiedTime().toInstant(), now.size());
    } catch (IOException notThere) {
      return null; // reading it will say so, and better
    }
  }

  /** Looks at the file of a resource; null if it is in none that can be looked at. */
  static @Nullable FileStamp of(URL resource) {
    try {
      String address = resource.toString();
      if (address.startsWith("jrt:")) {
        return new FileStamp(Instant.EPOCH, 0); // the run-time image, which does not change
      }
      boolean isInJar = address.startsWith("jar:file:") && address.contains("!/");
      if (isInJar) {
        address = address.substring("jar:".length(), address.indexOf("!/"));
      }
      return address.startsWith("file:") ? of(Path.of(new URI(address))) : null;
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException strange) {
      return null;
    }
  }

  /** Tells whether the file is old enough that one more change would give it another time. */
  boolean isSettled() {
    return modified.isBefore(Instant.now().minus(CLOCK));
  }
}
