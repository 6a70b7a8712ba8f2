package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutLimits;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.testkit.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said of layouts that do not fit to what code gives them: texts, objects and limits. */
@Timeout(60)
class WindowMessagesTest {
  private final GoldenFiles messages =
      GoldenFiles.in("src/test/resources/dev/runspaces/swing/window/messages");
  private final Runspace runspace = Runspaces.open("gui");

  @TempDir private Path folder;

  /** Right in themselves, and yet not what somebody may want. */
  private static final Set<String> WARNED_OF =
      Set.of(
          "icon-alone.xml",
          "icon-alone-of-an-action.xml",
          "table-without-its-header.xml",
          "text-that-looks-bound.xml");

  private static final Layouts LOADER =
      Layouts.standard()
          .texts(locale -> new Texts())
          .locale(Locale.ENGLISH)
          .limits(
              LayoutLimits.STANDARD
                  .characters(2_000)
                  .depth(10)
                  .elements(30)
                  .valueLength(120)
                  .includes(10));

  /** A bundle, one of whose texts is none. */
  private static final class Texts extends ListResourceBundle {
    @Override
    protected Object[][] getContents() {
      return new Object[][] {{"title", "Shop"}, {"page", "<html><img src='http://a'>"}};
    }
  }

  /** A controller. */
  static final class Shop {
    @Handler
    void save(Clicked click) {}

    @Handler
    void print() {}

    void delete() {}
  }

  /** A model. */
  public static final class Order {
    private String buyer = "Ada";
    private boolean paid;
    private int amount;
    private Way way = Way.POST;

    /** How it is sent. */
    public enum Way {
      POST,
      COURIER
    }

    public String getBuyer() {
      return buyer;
    }

    public void setBuyer(String to) {
      buyer = to;
    }

    public boolean isPaid() {
      return paid;
    }

    public void setPaid(boolean to) {
      paid = to;
    }

    public int getNumber() {
      return 1;
    }

    public int getAmount() {
      return amount;
    }

    public void setAmount(int to) {
      amount = to;
    }

    public Way getWay() {
      return way;
    }

    public void setWay(Way to) {
      way = to;
    }

    public List<String> getLines() {
      return Collections.nCopies(40, "line");
    }
  }

  @AfterEach
  void close() {
    runspace.close();
  }

  @TestFactory
  Stream<DynamicTest> everyLayoutGetsItsMessage() throws IOException {
    return messages.tests(this::messageFor);
  }

  private String messageFor(Path file) throws IOException {
    if (WARNED_OF.contains(String.valueOf(file.getFileName()))) {
      return LOADER.from(file).warnings().stream()
          .map(LayoutProblem::toString)
          .collect(Collectors.joining("\n"));
    }
    LayoutException refused = catchThrowableOfType(LayoutException.class, () -> open(file));
    assertThat(refused).as("%s does not fit", file).isNotNull();
    return String.valueOf(refused.getMessage());
  }

  private void open(Path file) throws IOException, InterruptedException {
    String name = String.valueOf(file.getFileName());
    if (name.startsWith("fragment-")) {
      Fragment unused = LOADER.fragmentFrom(file);
    } else if (name.startsWith("loaded-")) {
      LOADER
          .fromText("window.xml", "<Window><Slot name='content'/></Window>")
          .openOffscreen(runspace)
          .load("content", LOADER.fragmentFrom(file));
    } else {
      LOADER
          .from(name.startsWith("icon-too-large") ? besideLargePictures(file) : file)
          .controller(new Shop())
          .model("order", new Order())
          .openOffscreen(runspace)
          .close();
    }
  }

  /** Copies a layout to where there are icons that nobody wants among the sources of a project. */
  private Path besideLargePictures(Path file) throws IOException {
    for (String picture : List.of("large.png", "large.svg")) {
      Files.write(folder.resolve(picture), new byte[(1 << 18) + 1]);
    }
    return Files.copy(file, folder.resolve(file.getFileName()));
  }
}
