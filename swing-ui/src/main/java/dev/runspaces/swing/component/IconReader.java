package dev.runspaces.swing.component;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import dev.runspaces.swing.include.FilePath;
import dev.runspaces.swing.layout.FileProblems;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutProblem;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import org.jspecify.annotations.Nullable;

/** Reads the icons of one layout. Any thread. */
final class IconReader {
  /** Bytes of a file: far more than an icon has. */
  private static final int MOST_BYTES = 1 << 18;

  /** Pixels of a side. */
  private static final int MOST_PIXELS = 1024;

  private final LayoutFiles files;
  private final List<LayoutProblem> problems;

  IconReader(LayoutFiles files, List<LayoutProblem> problems) {
    this.files = files;
    this.problems = problems;
  }

  /** Reads an icon; empty, after saying why, if that cannot be done. */
  Optional<IconName> read(LayoutAttribute given, String folder, IconName name) {
    String path = FilePath.resolve(folder, name.file());
    if (path == null) {
      problems.add(FileProblems.badName(given, "icons/save.svg"));
      return Optional.empty();
    }
    try {
      byte[] bytes = bytes(path);
      Icon icon = path.endsWith(".svg") ? svg(bytes) : png(path, bytes);
      return Optional.of(new IconName(name.file(), icon));
    } catch (FileNotFoundException | NoSuchFileException notThere) {
      problems.add(FileProblems.missing(given));
    } catch (TooLargeException tooLarge) {
      problems.add(FileProblems.tooLarge(given, MOST_BYTES));
    } catch (UnfitPictureException unfit) {
      problems.add(FileProblems.unfit(given, unfit.reason()));
    } catch (IOException unreadable) {
      problems.add(FileProblems.unfit(given, "it cannot be read"));
    }
    return Optional.empty();
  }

  private byte[] bytes(String path) throws IOException {
    byte[] bytes = files.bytes(path, MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new TooLargeException();
    }
    return bytes;
  }

  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static Icon svg(byte[] bytes) throws IOException {
    SvgCheck.check(bytes);
    var icon = new FlatSVGIcon(new ByteArrayInputStream(bytes));
    boolean fits =
        icon.hasFound()
            && icon.getIconWidth() <= MOST_PIXELS
            && icon.getIconHeight() <= MOST_PIXELS;
    if (!fits) {
      throw new UnfitPictureException(
          "it is no picture of 1 to " + MOST_PIXELS + " pixels in each direction");
    }
    return icon;
  }

  /** With the picture for screens of twice the resolution, if there is one beside it. */
  private Icon png(String path, byte[] bytes) throws IOException {
    BufferedImage plain = png(bytes);
    String doubled = path.substring(0, path.length() - ".png".length()) + "@2x.png";
    byte[] sharp = bytesOrNull(doubled);
    return new ImageIcon(sharp == null ? plain : new BaseMultiResolutionImage(plain, png(sharp)));
  }

  private byte @Nullable [] bytesOrNull(String path) throws IOException {
    try {
      return bytes(path);
    } catch (FileNotFoundException | NoSuchFileException notThere) {
      return null;
    }
  }

  /** Looks at the size first: a small file can be a picture that fills the memory. */
  private static BufferedImage png(byte[] bytes) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    if (!readers.hasNext()) {
      throw new UnfitPictureException("this JVM reads no PNG");
    }
    ImageReader reader = readers.next();
    try (ImageInputStream content =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(content, true, true);
      if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
        throw new UnfitPictureException("it is larger than " + MOST_PIXELS + " pixels");
      }
      return reader.read(0);
    } catch (UnfitPictureException unfit) {
      throw unfit;
    } catch (IOException | RuntimeException broken) { // the reader trusts what it reads
      throw new UnfitPictureException("it is no PNG");
    } finally {
      reader.dispose();
    }
  }
}
