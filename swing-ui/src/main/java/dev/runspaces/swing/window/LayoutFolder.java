package dev.runspaces.swing.window;

import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutLimits;
import dev.runspaces.swing.layout.LayoutReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a layout, with the files that it may include. It remembers which were used, and how
 * they were then. For one thread.
 */
final class LayoutFolder implements LayoutFiles {
  private final Folder folder;
  private final LayoutLimits limits;
  private final Map<Item, @Nullable FileStamp> used = new LinkedHashMap<>();

  private LayoutFolder(Folder folder, LayoutLimits limits) {
    this.limits = limits;
    this.folder = folder;
  }

  /** Finds a file by its path in the folder. */
  @FunctionalInterface
  private interface Folder {
    Item item(String path) throws IOException;
  }

  /** A file that can be read, and asked whether it has changed. */
  sealed interface Item {
    LayoutDocument read(LayoutLimits limits) throws IOException;

    InputStream open() throws IOException;

    @Nullable FileStamp stamp();
  }

  private record OnDisk(Path file) implements Item {
    @Override
    public LayoutDocument read(LayoutLimits limits) throws IOException {
      return LayoutReader.read(file, limits);
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public @Nullable FileStamp stamp() {
      return FileStamp.of(file);
    }
  }

  /** Kept as text: two URLs are equal only after a look-up of their hosts. */
  private record InProgram(String url) implements Item {
    @Override
    public LayoutDocument read(LayoutLimits limits) throws IOException {
      return LayoutReader.read(new URL(url), limits);
    }

    @Override
    public InputStream open() throws IOException {
      return new URL(url).openStream();
    }

    @Override
    public @Nullable FileStamp stamp() {
      try {
        return FileStamp.of(new URL(url));
      } catch (IOException impossible) {
        throw new AssertionError(impossible); // it was made from one
      }
    }
  }

  static LayoutFolder of(Path layout, LayoutLimits limits) {
    return new LayoutFolder(path -> new OnDisk(layout.resolveSibling(path)), limits);
  }

  static LayoutFolder of(URL layout, LayoutLimits limits) {
    return new LayoutFolder(path -> new InProgram(new URL(layout, path).toString()), limits);
  }

  /** The folder of a layout that is in none. */
  static LayoutFolder none() {
    return new LayoutFolder(
        path -> {
          throw new FileNotFoundException(path);
        },
        LayoutLimits.STANDARD);
  }

  @Override
  public LayoutDocument read(String path) throws IOException {
    return used(path).read(limits);
  }

  @Override
  public byte[] bytes(String path, int most) throws IOException {
    try (InputStream content = used(path).open()) {
      return content.readNBytes(most);
    }
  }

  private Item used(String path) throws IOException {
    Item item = folder.item(path);
    used.put(item, item.stamp());
    return item;
  }

  /** Returns how the files were that were used; null if one of them cannot be asked for it. */
  @Nullable Map<Item, FileStamp> stamps() {
    var all = new LinkedHashMap<Item, FileStamp>();
    used.forEach(
        (item, stamp) -> {
          if (stamp != null) {
            all.put(item, stamp);
          }
        });
    return all.size() == used.size() ? all : null;
  }

  /** Tells whether all of some files are as they were. */
  static boolean isAsItWas(Map<Item, FileStamp> files) {
    return files.entrySet().stream()
        .allMatch(file -> Objects.equals(file.getKey().stamp(), file.getValue()));
  }
}
