package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import java.awt.Component;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFormattedTextField;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A list that is announced again, while somebody works with what is shown of it. */
@Timeout(60)
class RepeatAgainTest {
  private static final String FIELDS =
      "<Repeat name='lines' items='{order.lines}' as='line' layout='wrap 1'>"
          + "<TextField name='title' value='{line.title}'/></Repeat>";

  private final Runspace runspace = Runspaces.open("gui");
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();
  private final Order order = new Order();
  private final Line books = new Line(order, "Books");
  private final Line pens = new Line(order, "Pens");

  RepeatAgainTest() {
    runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
    order.lines = List.of(books, pens);
  }

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(errors).isEmpty();
    assertThat(Runspaces.count()).isZero();
  }

  /** It says no more than that something has changed, as many beans do. */
  public static final class Order {
    private final PropertyChangeSupport listeners = new PropertyChangeSupport(this);
    private volatile List<?> lines = List.of();

    public List<?> getLines() {
      return lines;
    }

    void show(Object... others) {
      lines = Arrays.asList(others);
      announce();
    }

    void announce() {
      listeners.firePropertyChange(null, null, null);
    }

    public void addPropertyChangeListener(PropertyChangeListener listener) {
      listeners.addPropertyChangeListener(listener);
    }

    public void removePropertyChangeListener(PropertyChangeListener listener) {
      listeners.removePropertyChangeListener(listener);
    }
  }

  /** It tells nobody of its own changes, but its order when it is edited. */
  public static final class Line {
    private final Order order;
    private volatile String title;
    private volatile Long amount = 1L;
    private volatile List<?> parts = List.of();

    Line(Order order, String title) {
      this.order = order;
      this.title = title;
    }

    public String getTitle() {
      return title;
    }

    public void setTitle(String to) {
      title = to;
      order.announce();
    }

    public Long getAmount() {
      return amount;
    }

    public void setAmount(Long to) {
      amount = to;
    }

    public List<?> getParts() {
      return parts;
    }
  }

  /** Equal to others that say the same. */
  record Value(String title) {}

  private LayoutWindow open(String content) throws InterruptedException {
    return Layouts.using(ComponentRegistry.standard())
        .fromText("test.xml", "<Window>" + content + "</Window>")
        .model("order", order)
        .openOffscreen(runspace);
  }

  private static void onEdt(Runnable code) throws InterruptedException {
    Edt.call(
        () -> {
          code.run();
          return true;
        });
  }

  /** Waits until all that was announced is shown. */
  private void settle() throws InterruptedException {
    for (int i = 0; i < 3; i++) { // an edit is told, written, and what it has announced is read
      runspace.invoke(context -> Edt.call(() -> "all calls before have been done"));
    }
  }

  private static String textOf(LayoutWindow window, String name) throws InterruptedException {
    return Edt.call(() -> window.find(name, JTextField.class).getText());
  }

  @Nested
  class WhatIsTyped {
    @Test
    void staysInItsOrderWhenEachLetterAnnouncesTheList() throws InterruptedException {
      LayoutWindow window = open(FIELDS);
      onEdt(() -> window.find("lines.0.title", JTextField.class).setText(""));
      settle();
      for (char letter : "1234".toCharArray()) {
        onEdt(
            () ->
                window
                    .find("lines.0.title", JTextField.class)
                    .replaceSelection(String.valueOf(letter)));
        settle();
      }

      assertThat(books.getTitle()).isEqualTo("1234");
      assertThat(textOf(window, "lines.0.title")).isEqualTo("1234");
    }

    @Test
    void andIsNotCommittedYetStaysWhenAnotherItemComes() throws InterruptedException {
      LayoutWindow window =
          open(
              "<Repeat name='lines' items='{order.lines}' as='line'>"
                  + "<FormattedTextField name='amount' numberFormat='0' value='{line.amount}'/>"
                  + "</Repeat>");
      onEdt(() -> window.find("lines.0.amount", JFormattedTextField.class).setText("12"));
      order.show(books, pens, new Line(order, "Ink"));
      await().until(() -> window.names().contains("lines.2.amount"));

      assertThat(textOf(window, "lines.0.amount")).isEqualTo("12");
      assertThat(books.getAmount()).isEqualTo(1);
    }

    @Test
    void staysMarkedWhereItIsWrong() throws InterruptedException {
      LayoutWindow window = open(FIELDS);
      window.validate("lines.0.title", String.class, text -> Optional.of("wrong"));
      assertThat(window.check()).containsKey("lines.0.title");
      order.show(books, pens, new Line(order, "Ink"));
      await().until(() -> window.names().contains("lines.2.title"));

      assertThat(Edt.call(() -> window.find("lines.0.title", JTextField.class).getToolTipText()))
          .isEqualTo("wrong");
    }
  }

  @Nested
  class TheComponents {
    private Component[] components(LayoutWindow window) throws InterruptedException {
      return Edt.call(() -> window.find("lines", JPanel.class).getComponents());
    }

    @Test
    void ofItemsThatAreTheSameStay() throws InterruptedException {
      LayoutWindow window = open(FIELDS);
      Component[] before = components(window);
      order.announce();
      settle();

      assertThat(components(window)).containsExactly(before);
    }

    @Test
    void ofAnotherItemComeToItsPlace() throws InterruptedException {
      order.lines = List.of(books, pens, books);
      LayoutWindow window = open(FIELDS);
      Component[] before = components(window);
      order.show(books, new Line(order, "Ink"), books, pens);
      settle();

      Component[] after = components(window);
      assertThat(after).hasSize(4).doesNotContain(before[1]);
      assertThat(after[0]).isSameAs(before[0]);
      assertThat(after[2]).isSameAs(before[2]);
      assertThat(Edt.call(() -> Arrays.stream(after).map(it -> ((JTextField) it).getText())))
          .containsExactly("Books", "Ink", "Books", "Pens");
    }

    @Test
    void ofAnItemThatIsEqualAndAnotherAreNew() throws InterruptedException {
      order.lines = List.of(new Value("Books"));
      LayoutWindow window =
          open(
              "<Repeat name='lines' items='{order.lines}' as='line'>"
                  + "<Label name='title' text='{line.title}'/></Repeat>");
      Component[] before = components(window);
      order.show(new Value("Books"));
      settle();

      assertThat(components(window)).hasSize(1).doesNotContain(before);
    }
  }

  @Nested
  class AnItemThatStays {
    @Test
    void showsWhatHasChangedInIt() throws InterruptedException {
      LayoutWindow window = open(FIELDS);
      books.title = "Novels";
      order.announce();

      await().until(() -> textOf(window, "lines.0.title").equals("Novels"));
    }

    @Test
    void showsTheItemsThatItHasNow() throws InterruptedException {
      Map<String, String> cover = Map.of("text", "cover");
      books.parts = List.of(cover);
      order.lines = List.of(books);
      LayoutWindow window =
          open(
              "<Repeat name='lines' items='{order.lines}' as='line'>"
                  + "<Repeat name='parts' items='{line.parts}' as='part'>"
                  + "<Label name='text' text='{part.text}'/></Repeat></Repeat>");
      JLabel before = window.find("lines.0.parts.0.text", JLabel.class);
      books.parts = List.of(cover, Map.of("text", "pages"));
      order.announce();
      await().until(() -> window.names().contains("lines.0.parts.1.text"));

      assertThat(window.find("lines.0.parts.0.text", JLabel.class)).isSameAs(before);
      assertThat(Edt.call(() -> window.find("lines.0.parts.1.text", JLabel.class).getText()))
          .isEqualTo("pages");
    }

    @Test
    void isListenedToOnceAndNoLongerWhenItIsGone() throws InterruptedException {
      var line = new RepeatTest.Line("Books");
      order.lines = List.of(line);
      LayoutWindow window = open(FIELDS);
      for (int i = 0; i < 10; i++) {
        order.announce();
      }
      settle();
      assertThat(line.listenerCount()).isEqualTo(1);

      order.show();
      await().until(() -> window.names().size() == 1);

      assertThat(line.listenerCount()).isZero();
    }
  }
}
