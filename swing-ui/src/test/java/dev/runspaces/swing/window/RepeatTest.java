package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutLimits;
import dev.runspaces.swing.layout.LayoutProblem;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Components that are shown once for each item of a list. */
@Timeout(60)
class RepeatTest {
  private static final String LINES =
      "<Repeat name='lines' items='{order.lines}' as='line' layout='wrap 2'>"
          + "<TextField name='title' value='{line.title}'/>"
          + "<CheckBox name='done' text='&amp;Done' value='{line.done}'/>"
          + "</Repeat>";

  private final Runspace runspace = Runspaces.open("gui");
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();

  RepeatTest() {
    runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
  }

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  /** What tells of its changes. */
  public abstract static class Bean {
    final PropertyChangeSupport listeners = new PropertyChangeSupport(this);

    public void addPropertyChangeListener(PropertyChangeListener listener) {
      listeners.addPropertyChangeListener(listener);
    }

    public void removePropertyChangeListener(PropertyChangeListener listener) {
      listeners.removePropertyChangeListener(listener);
    }

    int listenerCount() {
      return listeners.getPropertyChangeListeners().length;
    }
  }

  /** An order. */
  public static final class Order extends Bean {
    private volatile List<Line> lines;
    private volatile Runnable whenRead = () -> {};

    Order(Line... lines) {
      this.lines = List.of(lines);
    }

    /** Never called on the EDT. */
    public List<Line> getLines() {
      assertThat(EventQueue.isDispatchThread()).isFalse();
      whenRead.run();
      return lines;
    }

    public void setLines(List<Line> others) {
      lines = others;
      listeners.firePropertyChange("lines", null, others);
    }
  }

  /** What may wait. */
  private interface Waiting {
    void call() throws InterruptedException;
  }

  /** One of its lines. */
  public static final class Line extends Bean {
    private volatile String title;
    private volatile boolean done;
    private volatile Waiting beforeDone = () -> {};

    Line(String title) {
      this.title = title;
    }

    public String getTitle() {
      return title;
    }

    public void setTitle(String to) {
      String before = title;
      title = to;
      listeners.firePropertyChange("title", before, to);
    }

    public boolean isDone() {
      return done;
    }

    public void setDone(boolean to) throws InterruptedException {
      beforeDone.call();
      done = to;
    }
  }

  private final Line books = new Line("Books");
  private final Line pens = new Line("Pens");
  private final Order order = new Order(books, pens);

  private static void callOnEdt(Runnable code) {
    try {
      Edt.call(
          () -> {
            code.run();
            return true;
          });
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Layout layout(String content) {
    return Layouts.using(ComponentRegistry.standard())
        .fromText("test.xml", "<Window>" + content + "</Window>");
  }

  private LayoutWindow open(String content) throws InterruptedException {
    return layout(content).model("order", order).openOffscreen(runspace);
  }

  private static List<String> texts(LayoutWindow window, String repeat)
      throws InterruptedException {
    return Edt.call(
        () -> {
          var found = new ArrayList<String>();
          collect(window.find(repeat, JPanel.class), found);
          return found;
        });
  }

  private static void collect(Container container, List<String> into) {
    for (Component component : container.getComponents()) {
      if (component instanceof JTextField field) {
        into.add(field.getText());
      } else if (component instanceof JLabel label) {
        into.add(label.getText());
      } else if (component instanceof Container inner) {
        collect(inner, into);
      }
    }
  }

  private static List<String> problemsOf(LayoutException refused) {
    return refused.problems().stream().map(LayoutProblem::toString).toList();
  }

  @Nested
  class AList {
    @Test
    void isShownItemByItem() throws InterruptedException {
      LayoutWindow window = open(LINES);

      assertThat(texts(window, "lines")).containsExactly("Books", "Pens");
    }

    @Test
    void mayBeEmpty() throws InterruptedException {
      order.setLines(List.of());

      assertThat(texts(open(LINES), "lines")).isEmpty();
    }

    @Test
    void isShownAnewWhenItChanges() throws InterruptedException {
      LayoutWindow window = open(LINES);
      order.setLines(List.of(new Line("Ink"), books, pens));

      await().until(() -> texts(window, "lines").equals(List.of("Ink", "Books", "Pens")));

      order.setLines(List.of(pens));

      await().until(() -> texts(window, "lines").equals(List.of("Pens")));
      assertThat(window.names()).containsExactly("lines", "lines.0.title", "lines.0.done");
    }

    @Test
    void isNoChangeOfItsComponentsWhenItIsShown() throws InterruptedException {
      var edits = new CopyOnWriteArrayList<Object>();
      runspace.events().on("LineEdited", event -> edits.add(String.valueOf(event.payload())));
      LayoutWindow window =
          open(
              "<Repeat name='lines' items='{order.lines}' as='line'>"
                  + "<TextField name='title' value='{line.title}' onChange='LineEdited'/></Repeat>");
      order.setLines(List.of(new Line("Ink"), books, pens));
      await().until(() -> texts(window, "lines").equals(List.of("Ink", "Books", "Pens")));
      runspace.invoke(context -> "all events are heard");
      assertThat(edits).isEmpty();

      callOnEdt(() -> window.find("lines.0.title", JTextField.class).setText("Inks"));
      await().untilAsserted(() -> assertThat(edits).isNotEmpty());
    }

    @Test
    void mayBeAnArrayOrAnythingWithItems() throws InterruptedException {
      String content =
          "<Repeat name='a' items='{data.array}' as='it'><Label text='{it.value}'/></Repeat>"
              + "<Repeat name='b' items='{data.numbers}' as='it'><Label text='{it.value}'/></Repeat>";
      Iterable<Integer> numbers = Arrays.asList(1, 2, 3);
      LayoutWindow window =
          layout(content)
              .model("data", Map.of("array", new String[] {"x", "y"}, "numbers", numbers))
              .openOffscreen(runspace);

      assertThat(texts(window, "a")).containsExactly("x", "y");
      assertThat(texts(window, "b")).containsExactly("1", "2", "3");
    }

    @Test
    void mayBeInASharedState() throws InterruptedException {
      var state = new SharedState();
      LayoutWindow window =
          layout(
                  "<Repeat name='tags' items='{state.tags}' as='tag'>"
                      + "<Label text='{tag.value}'/></Repeat>")
              .model("state", state)
              .openOffscreen(runspace);
      assertThat(texts(window, "tags")).isEmpty();

      state.put("tags", List.of("red", "green"));

      await().until(() -> texts(window, "tags").equals(List.of("red", "green")));
    }

    @Test
    void ofAThousandIsShown() throws InterruptedException {
      order.setLines(IntStream.range(0, 1_000).mapToObj(i -> new Line("line " + i)).toList());

      assertThat(texts(open(LINES), "lines")).hasSize(1_000).endsWith("line 999");
    }
  }

  @Nested
  class AnItem {
    @Test
    void isEditedByItsOwnComponents() throws InterruptedException {
      LayoutWindow window = open(LINES);
      Edt.call(
          () -> {
            window.find("lines.1.title", JTextField.class).setText("Pencils");
            window.find("lines.0.done", JCheckBox.class).doClick();
            return true;
          });

      await().until(() -> pens.getTitle().equals("Pencils") && books.isDone());
      assertThat(books.getTitle()).isEqualTo("Books");
      assertThat(pens.isDone()).isFalse();
    }

    @Test
    void isFollowed() throws InterruptedException {
      LayoutWindow window = open(LINES);
      pens.setTitle("Pencils");

      await().until(() -> texts(window, "lines").equals(List.of("Books", "Pencils")));
    }

    @Test
    void keepsWhatIsTypedWhileTheListIsRead() throws InterruptedException {
      LayoutWindow window = open(LINES);
      order.whenRead =
          () -> callOnEdt(() -> window.find("lines.0.title", JTextField.class).setText("typed"));
      order.setLines(List.of(books, pens, new Line("Ink")));

      await().until(() -> texts(window, "lines").equals(List.of("typed", "Pens", "Ink")));
      assertThat(books.getTitle()).isEqualTo("typed");
    }

    @Test
    void keepsAnEditWithinWhichAnotherWasMadeAndTheListRead() throws InterruptedException {
      LayoutWindow window = open(LINES);
      books.beforeDone =
          () -> {
            callOnEdt(() -> window.find("lines.1.title", JTextField.class).setText("Pencils"));
            for (int i = 0; i < 500 && !pens.getTitle().equals("Pencils"); i++) {
              assertThat(runspace.events().await("nothing", Duration.ofMillis(10))).isEmpty();
            }
            order.setLines(List.of(books, pens, new Line("Ink")));
            await().until(() -> texts(window, "lines").size() == 3);
          };
      callOnEdt(() -> window.find("lines.0.done", JCheckBox.class).doClick());

      await().until(books::isDone);
      await()
          .until(() -> Edt.call(() -> window.find("lines.0.done", JCheckBox.class).isSelected()));
      assertThat(errors).isEmpty();
    }

    @Test
    void isNoLongerListenedToWhenItIsGone() throws InterruptedException {
      LayoutWindow window = open(LINES);
      assertThat(books.listenerCount()).isEqualTo(1);
      order.setLines(List.of(pens));
      await().until(() -> texts(window, "lines").equals(List.of("Pens")));

      assertThat(books.listenerCount()).isZero();
      assertThat(pens.listenerCount()).isEqualTo(1);
    }

    @Test
    void isLeftAloneWhenTheWindowIsClosed() throws InterruptedException {
      LayoutWindow window = open(LINES);
      window.close();

      await().until(() -> books.listenerCount() + pens.listenerCount() == 0);
      assertThat(order.listenerCount()).isZero();
    }

    @Test
    void takesWhatWasLoadedIntoItWithIt(@TempDir Path folder) throws Exception {
      var customer = new Line("Ada");
      Fragment fragment =
          Layouts.fragment(
                  Files.writeString(
                      folder.resolve("f.xml"),
                      "<Fragment><TextField name='t' value='{customer.title}'/></Fragment>"))
              .model("customer", customer);
      LayoutWindow window =
          open(
              "<Repeat name='lines' items='{order.lines}' as='line'>"
                  + "<Slot name='more'><TextField name='m' value='{line.title}'/></Slot></Repeat>");
      window.load("lines.0.more", fragment);
      assertThat(window.names())
          .contains("lines.0.more.t", "lines.1.m")
          .doesNotContain("lines.0.m");
      assertThat(customer.listenerCount()).isEqualTo(1);

      order.setLines(List.of(pens));
      await().until(() -> texts(window, "lines").equals(List.of("Pens")));

      assertThat(customer.listenerCount()).isZero();
      assertThat(window.names()).contains("lines.0.m").doesNotContain("lines.0.more.t");
    }

    @Test
    void isKnownByTheNameOfWhatRaisesAnEvent() throws InterruptedException {
      var clicked = new CopyOnWriteArrayList<String>();
      LayoutWindow window =
          open(
              "<Repeat name='lines' items='{order.lines}' as='line'>"
                  + "<Button name='remove' text='Remove' onClick='Remove'/></Repeat>");
      runspace
          .events()
          .on(
              "Remove",
              event ->
                  clicked.add(((Clicked) Objects.requireNonNull(event.argument(0))).component()));
      Edt.call(
          () -> {
            window.find("lines.1.remove", JButton.class).doClick();
            return true;
          });

      await().untilAsserted(() -> assertThat(clicked).containsExactly("lines.1.remove"));
    }

    @Test
    void hasRadioButtonsOfItsOwn() throws InterruptedException {
      LayoutWindow window =
          open(
              "<Repeat name='lines' items='{order.lines}' as='line'>"
                  + "<RadioButton name='a' text='A' group='kind'/>"
                  + "<RadioButton name='b' text='B' group='kind'/></Repeat>");
      String selected =
          Edt.call(
              () -> {
                window.find("lines.0.a", JRadioButton.class).doClick();
                window.find("lines.1.b", JRadioButton.class).doClick();
                return ""
                    + window.find("lines.0.a", JRadioButton.class).isSelected()
                    + window.find("lines.1.b", JRadioButton.class).isSelected();
              });

      assertThat(selected).isEqualTo("truetrue");
    }

    @Test
    void refersToItsOwnComponentsAndToOthers() throws InterruptedException {
      LayoutWindow window =
          open(
              "<TextField name='outside'/>"
                  + "<Repeat name='lines' items='{order.lines}' as='line'>"
                  + "<Label name='own' text='Title' labelFor='#title'/>"
                  + "<Label name='other' text='Other' labelFor='#outside'/>"
                  + "<TextField name='title' value='{line.title}'/></Repeat>");

      assertThat(Edt.call(() -> window.find("lines.1.own", JLabel.class).getLabelFor().getName()))
          .isEqualTo("lines.1.title");
      assertThat(Edt.call(() -> window.find("lines.1.other", JLabel.class).getLabelFor().getName()))
          .isEqualTo("outside");
    }
  }

  @Nested
  class ARepeatInARepeat {
    private final List<Map<String, Object>> orders =
        List.of(
            Map.of("title", "first", "parts", List.of("a", "b")),
            Map.of("title", "second", "parts", List.of("c")));

    private static final String CONTENT =
        "<Repeat name='orders' items='{data.orders}' as='order'>"
            + "<Label text='{order.title}'/>"
            + "<Repeat name='parts' items='{order.parts}' as='part'>"
            + "<Label name='text' text='{part.value}'/>"
            + "<Label text='{order.title}'/><Label text='{data.all}'/></Repeat></Repeat>";

    @Test
    void showsTheItemsOfItems() throws InterruptedException {
      LayoutWindow window =
          layout(CONTENT)
              .model("data", Map.of("orders", orders, "all", "*"))
              .openOffscreen(runspace);

      assertThat(texts(window, "orders"))
          .containsExactly(
              "first", "a", "first", "*", "b", "first", "*", "second", "c", "second", "*");
      assertThat(window.names())
          .contains("orders.0.parts", "orders.0.parts.1.text", "orders.1.parts.0.text");
      assertThat(Edt.call(() -> window.find("orders.1.parts.0.text", JLabel.class).getText()))
          .isEqualTo("c");
    }
  }

  @Nested
  class InAFragment {
    @Test
    void itemsAreShownAndFollowed(@TempDir Path folder) throws Exception {
      Path file = folder.resolve("lines.xml");
      Files.writeString(file, "<Fragment>" + LINES + "</Fragment>");
      Fragment fragment = Layouts.fragment(file);
      LayoutWindow window =
          layout("<Slot name='content'/>").model("order", order).openOffscreen(runspace);
      window.load("content", fragment, Map.of());

      assertThat(window.names()).contains("content.lines.1.title");
      order.setLines(List.of(books));
      await().until(() -> !window.names().contains("content.lines.1.title"));
      assertThat(texts(window, "content.lines")).containsExactly("Books");
    }
  }

  @Nested
  class AnotherLanguage {
    @Test
    void isSpokenByItemsToo() throws InterruptedException {
      LayoutWindow window =
          Layouts.using(ComponentRegistry.standard())
              .texts(RepeatTest::texts)
              .locale(Locale.ENGLISH)
              .fromText(
                  "test.xml",
                  "<Window><Repeat name='lines' items='{order.lines}' as='line'>"
                      + "<Label text='%done'/></Repeat></Window>")
              .model("order", order)
              .openOffscreen(runspace);
      assertThat(texts(window, "lines")).containsExactly("Done", "Done");

      window.setLocale(Locale.GERMAN);

      assertThat(texts(window, "lines")).containsExactly("Fertig", "Fertig");
      order.setLines(List.of(books));
      await().until(() -> texts(window, "lines").equals(List.of("Fertig")));
    }
  }

  private static ResourceBundle texts(Locale locale) {
    return new ListResourceBundle() {
      @Override
      protected Object[][] getContents() {
        return new Object[][] {{"done", locale.equals(Locale.GERMAN) ? "Fertig" : "Done"}};
      }
    };
  }

  @Nested
  class AMistake {
    private List<String> problemsOf(String content) {
      try {
        Layout unused = layout(content).model("order", order);
      } catch (LayoutException refused) {
        return RepeatTest.problemsOf(refused);
      }
      return List.of();
    }

    @Test
    void isFoundWhenTheLayoutIsLoaded() {
      assertThat(problemsOf("<Repeat><Buton/></Repeat>"))
          .anySatisfy(problem -> assertThat(problem).contains("items"))
          .anySatisfy(problem -> assertThat(problem).contains("as"))
          .anySatisfy(problem -> assertThat(problem).contains("name"))
          .anySatisfy(problem -> assertThat(problem).contains("did you mean <Button>"));
    }

    @Test
    void isAListThatIsNone() {
      assertThat(problemsOf("<Repeat name='r' items='lines' as='line'/>"))
          .singleElement()
          .asString()
          .contains("a model and a property like {customer.name}");
    }

    @Test
    void isAPropertyThatHasNoItems() {
      assertThatThrownBy(
              () -> layout("<Repeat name='r' items='{line.title}' as='one'/>").model("line", books))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("is of type String, but <Repeat> needs items");
    }

    @Test
    void isAnItemWithTheNameOfTheOneAround() {
      assertThat(
              problemsOf(
                  "<Repeat name='r' items='{order.lines}' as='line'>"
                      + "<Repeat name='s' items='{line.parts}' as='line'/></Repeat>"))
          .singleElement()
          .asString()
          .contains("is what the item around is called");
    }

    @Test
    void isAPropertyThatItemsDoNotHave() {
      assertThatThrownBy(
              () ->
                  open(
                      "<Repeat name='lines' items='{order.lines}' as='line'>"
                          + "<Label text='{line.titel}'/></Repeat>"))
          .isInstanceOfSatisfying(
              LayoutException.class,
              refused ->
                  assertThat(RepeatTest.problemsOf(refused))
                      .singleElement()
                      .asString()
                      .contains("Line has no property for text=\"{line.titel}\"")
                      .contains("{line.title}"));
    }

    @Test
    void isAPlaceThatLeavesNoneToTheNextItem() {
      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(
              () ->
                  layout(
                      "<Repeat name='lines' items='{order.lines}' as='line' layout='wrap'>"
                          + "<Label text='a' cell='spany'/><Label text='b'/></Repeat>"))
          .withMessageContaining("test.xml:1:9");
    }

    @Test
    void isANameThatIsTakenInTheSameItem() {
      assertThat(
              problemsOf(
                  "<TextField name='a'/><Repeat name='r' items='{order.lines}' as='line'>"
                      + "<TextField name='a'/><TextField name='a'/></Repeat>"))
          .singleElement()
          .asString()
          .contains("name");
    }

    @Test
    void thatComesWithAChangeIsAnErrorAndTheOldItemsStay() throws InterruptedException {
      var state = new SharedState();
      state.put("tags", List.of("red"));
      LayoutWindow window =
          layout(
                  "<Repeat name='tags' items='{state.tags}' as='tag'>"
                      + "<Label text='{tag.value}'/></Repeat>")
              .model("state", state)
              .openOffscreen(runspace);
      state.put("tags", "no list");

      await()
          .untilAsserted(
              () ->
                  assertThat(errors)
                      .singleElement()
                      .isInstanceOf(LayoutException.class)
                      .asString()
                      .contains("needs items"));
      assertThat(texts(window, "tags")).containsExactly("red");
    }
  }

  @Nested
  class Limits {
    @Test
    void keepAHugeListFromFillingTheMemory() {
      order.setLines(IntStream.range(0, 1_000_000).mapToObj(i -> books).toList());

      assertThatThrownBy(() -> open(LINES))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("would make more than 10000 elements");
    }

    private static final String TWO =
        "<Repeat name='some' items='{state.some}' as='it'><Label text='{it.value}'/></Repeat>"
            + "<Repeat name='more' items='{state.more}' as='it'><Label text='{it.value}'/></Repeat>";

    private LayoutWindow openWithAtMostFive(SharedState state) throws InterruptedException {
      return Layouts.using(ComponentRegistry.standard())
          .limits(LayoutLimits.STANDARD.elements(5))
          .fromText("test.xml", "<Window>" + TWO + "</Window>")
          .model("state", state)
          .openOffscreen(runspace);
    }

    @Test
    void areThoseOfAWindowAndNotOfEachOfItsLists() throws InterruptedException {
      var state = new SharedState();
      state.put("some", List.of(1, 2, 3));
      LayoutWindow window = openWithAtMostFive(state);
      state.put("more", List.of(1, 2, 3));

      await()
          .untilAsserted(
              () ->
                  assertThat(errors)
                      .singleElement()
                      .asString()
                      .contains("would make more than 5 elements"));
      assertThat(texts(window, "more")).isEmpty();
    }

    @Test
    void doNotCountWhatIsNoLongerShown() throws InterruptedException {
      var state = new SharedState();
      state.put("some", List.of(1, 2, 3));
      LayoutWindow window = openWithAtMostFive(state);
      state.put("some", List.of(4, 5, 6, 7, 8));
      await().until(() -> texts(window, "some").size() == 5);
      state.put("some", List.of());
      await().until(() -> texts(window, "some").isEmpty());
      state.put("more", List.of(1, 2, 3, 4, 5));

      await().until(() -> texts(window, "more").size() == 5);
      assertThat(errors).isEmpty();
    }

    @Test
    void areSetByCode() {
      Layout layout =
          Layouts.using(ComponentRegistry.standard())
              .limits(LayoutLimits.STANDARD.elements(5))
              .fromText("test.xml", "<Window>" + LINES + "</Window>")
              .model("order", new Order(books, pens, new Line("a third one")));

      assertThatThrownBy(() -> layout.openOffscreen(runspace))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("would make more than 5 elements");
    }
  }

  @Test
  void theExampleOfThePageCanBeLoaded() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "behaviour.md"));
    int begin = page.indexOf("<Repeat name=\"lines\"");
    String example = page.substring(begin, page.indexOf("```", begin));
    var state = new SharedState();
    var line = new SharedState();
    line.put("article", "Books");
    line.put("amount", "2");
    state.put("lines", List.of(line));
    LayoutWindow window = layout(example).model("order", state).openOffscreen(runspace);

    assertThat(texts(window, "lines")).containsExactly("Books", "2");
  }
}
