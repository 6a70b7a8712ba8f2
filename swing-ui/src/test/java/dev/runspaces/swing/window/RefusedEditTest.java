package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.swing.edt.Edt;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is on the screen, and its model has not taken. */
@Timeout(60)
class RefusedEditTest {
  private static final String FIELD = "<TextField name='f' value='{order.article}'/>";

  private final Runspace runspace = Runspaces.open("gui");
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Order order = new Order();

  @BeforeEach
  void hearOfErrors() {
    runspace
        .events()
        .on("ErrorsOccurred", event -> errors.add(String.valueOf(event.error().getMessage())));
  }

  @AfterEach
  void close() {
    runspace.close();
  }

  /** Refuses what it does not know. */
  public static final class Order {
    private final PropertyChangeSupport listeners = new PropertyChangeSupport(this);
    private volatile String article = "pen";
    private volatile String way = "post";

    public String getArticle() {
      return article;
    }

    public void setArticle(String to) {
      switch (to) {
        case "fish" -> throw new IllegalArgumentException("we have no fish");
        case "" -> throw new UnsupportedOperationException();
        default -> {
          String before = article;
          article = to;
          listeners.firePropertyChange("article", before, to);
        }
      }
    }

    public String getWay() {
      return way;
    }

    public void setWay(String to) {
      if (to.equals("courier")) {
        throw new IllegalStateException("it is Sunday");
      }
      way = to;
    }

    public void addPropertyChangeListener(PropertyChangeListener listener) {
      listeners.addPropertyChangeListener(listener);
    }

    public void removePropertyChangeListener(PropertyChangeListener listener) {
      listeners.removePropertyChangeListener(listener);
    }
  }

  private LayoutWindow open(String content) throws InterruptedException {
    return Layouts.standard()
        .fromText("test.xml", "<Window>" + content + "</Window>")
        .model("order", order)
        .openOffscreen(runspace);
  }

  private static void type(LayoutWindow window, String text) throws InterruptedException {
    Edt.call(
        () -> {
          window.find("f", JTextField.class).setText(text);
          return text;
        });
  }

  /** The outline and the tool tip. */
  private static String mark(LayoutWindow window, String name) throws InterruptedException {
    return Edt.call(
        () -> {
          JComponent component = window.find(name, JComponent.class);
          return component.getClientProperty("JComponent.outline")
              + ": "
              + component.getToolTipText();
        });
  }

  @Test
  void isMarkedUntilOneIsTaken() throws InterruptedException {
    LayoutWindow window = open(FIELD);
    type(window, "fish");
    await().until(() -> mark(window, "f").equals("error: we have no fish"));
    assertThat(window.check()).isEqualTo(Map.of("f", "we have no fish"));
    assertThat(errors).containsExactly("we have no fish");
    assertThat(Edt.call(() -> window.find("f", JTextField.class).getText()))
        .as("what was typed is its user's")
        .isEqualTo("fish");

    type(window, "paper");
    await().until(() -> mark(window, "f").equals("null: null"));
    assertThat(window.check()).isEmpty();
  }

  @Test
  void isMarkedUntilTheModelShowsSomethingElse() throws InterruptedException {
    LayoutWindow window = open(FIELD);
    type(window, "fish");
    await().until(() -> !window.check().isEmpty());

    order.setArticle("ink");
    await().until(() -> mark(window, "f").equals("null: null"));
    assertThat(window.check()).isEmpty();
  }

  @Test
  void isToldByWhatItIsBoundToWhereTheComponentHasNoName() throws InterruptedException {
    LayoutWindow window = open("<Panel name='p'><TextField value='{order.article}'/></Panel>");
    Edt.run(
        () -> {
          var field = (JTextField) window.find("p", JComponent.class).getComponent(0);
          field.setText("fish");
        });
    await().until(() -> window.check().equals(Map.of("{order.article}", "we have no fish")));
  }

  @Test
  void isToldByWhatWasThrownIfThatSaysNothing() throws InterruptedException {
    LayoutWindow window = open(FIELD);
    type(window, "");
    await()
        .until(() -> window.check().equals(Map.of("f", "java.lang.UnsupportedOperationException")));
  }

  @Test
  void isMarkedNoMoreWhenAnotherOfTheGroupIsChosen() throws InterruptedException {
    LayoutWindow window =
        open(
            "<RadioButton name='p' group='way' option='post' value='{order.way}'/>"
                + "<RadioButton name='c' group='way' option='courier' value='{order.way}'/>");
    Edt.run(() -> window.find("c", JRadioButton.class).doClick(0));
    await().until(() -> mark(window, "c").equals("error: it is Sunday"));
    assertThat(window.check()).isEqualTo(Map.of("c", "it is Sunday"));

    Edt.run(() -> window.find("p", JRadioButton.class).doClick(0));
    await().until(() -> mark(window, "c").equals("null: null"));
    assertThat(window.check()).isEmpty();
  }

  @Test
  void isMarkedBehindWhatAValidatorSays() throws InterruptedException {
    LayoutWindow window = open(FIELD);
    var strict = new SharedState();
    strict.put("it", true);
    window.validate(
        "f",
        String.class,
        text ->
            text.equals("fish") && strict.get("it", Boolean.class).orElseThrow()
                ? Optional.of("choose something else")
                : Optional.empty());
    type(window, "fish");
    await().until(() -> !errors.isEmpty());
    await().until(() -> mark(window, "f").equals("error: choose something else"));
    assertThat(window.check()).isEqualTo(Map.of("f", "choose something else"));

    strict.put("it", false);
    assertThat(window.check()).isEqualTo(Map.of("f", "we have no fish"));
    assertThat(mark(window, "f")).isEqualTo("error: we have no fish");

    type(window, "paper");
    await().until(() -> mark(window, "f").equals("null: null"));
  }

  @Test
  void isGoneWithTheItemThatHasIt() throws InterruptedException {
    var state = new SharedState();
    state.put("orders", List.of(order));
    LayoutWindow window =
        Layouts.standard()
            .fromText(
                "test.xml",
                "<Window><Repeat name='orders' items='{state.orders}' as='order'>"
                    + FIELD
                    + "</Repeat></Window>")
            .model("state", state)
            .openOffscreen(runspace);
    Edt.run(() -> window.find("orders.0.f", JTextField.class).setText("fish"));
    await().until(() -> window.check().equals(Map.of("orders.0.f", "we have no fish")));

    state.put("orders", List.of(new Order(), new Order()));
    await().until(() -> window.names().contains("orders.1.f"));
    assertThat(window.check()).isEmpty();
  }
}
