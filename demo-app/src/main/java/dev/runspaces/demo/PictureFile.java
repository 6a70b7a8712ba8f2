package dev.runspaces.demo;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what {@code --snapshot} is given, and refuses what no picture can be written into. */
final class PictureFile implements ITypeConverter<Path> {

  PictureFile() {}

  @Override
  public Path convert(String name) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException wrong) {
      throw new TypeConversionException("'" + name + "' is not the name of a file");
    }
    if (Files.isDirectory(file)) {
      throw new TypeConversionException(
          "'" + name + "' is a folder; name a file in it, such as picture.png");
    }
    if (hasAnotherEnding(file)) {
      throw new TypeConversionException(
          "'" + name + "' would be a PNG all the same; name it so, as in picture.png");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new TypeConversionException(
          "there is no folder " + folder + "; make it first, or name a file in another one");
    }
    return file;
  }

  /** What has none says nothing wrong, such as /dev/stdout. */
  private static boolean hasAnotherEnding(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.lastIndexOf('.') > 0 && !name.toLowerCase(Locale.ROOT).endsWith(".png");
  }
}
