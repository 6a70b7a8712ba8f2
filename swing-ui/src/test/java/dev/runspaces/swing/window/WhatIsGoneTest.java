package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Tag;
import dev.runspaces.swing.component.ValueType;
import dev.runspaces.swing.edt.Edt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Components that are no longer in a window, and that code may still have. */
@Timeout(60)
class WhatIsGoneTest {
  private static final String CONTENT =
      "<TextField name='text' value='{state.text}'/>"
          + "<Button name='raise' text='R' onClick='Raised'/>"
          + "<Button name='call' text='C' onClick='#called'/>";

  private final Runspace runspace = Runspaces.open("gui");
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final SharedState state = new SharedState();
  private @TempDir Path folder;

  WhatIsGoneTest() {
    runspace.events().on("Raised", event -> heard.add("raised"));
    runspace.events().on("Closed", event -> heard.add("closed"));
  }

  @BeforeEach
  void fillTheState() {
    state.put("text", "first");
    state.put("items", List.of("a", "b"));
  }

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  /** What layouts call. */
  final class Methods {
    @Handler
    void called() {
      heard.add("called");
    }
  }

  private LayoutWindow open(String content) throws InterruptedException {
    return Layouts.using(ComponentRegistry.standard())
        .fromText("test.xml", "<Window onClosed='Closed'>" + content + "</Window>")
        .model("state", state)
        .controller(new Methods())
        .openOffscreen(runspace);
  }

  private Fragment fragment(String content) throws Exception {
    Path file = folder.resolve("fragment.xml");
    return Layouts.fragment(
        Files.writeString(file, "<Fragment><Panel>" + content + "</Panel></Fragment>"));
  }

  private static void onEdt(Runnable code) throws InterruptedException {
    Edt.call(
        () -> {
          code.run();
          return true;
        });
  }

  private void settle() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      runspace.invoke(context -> Edt.call(() -> "all calls before have been done"));
    }
  }

  /** The components of {@link #CONTENT}, which somebody keeps. */
  private record Kept(JTextField text, JButton raise, JButton call) {
    static Kept of(LayoutWindow window, String space) {
      return new Kept(
          window.find(space + "text", JTextField.class),
          window.find(space + "raise", JButton.class),
          window.find(space + "call", JButton.class));
    }
  }

  private void use(Kept kept) throws InterruptedException {
    onEdt(
        () -> {
          kept.text.setText("late");
          kept.raise.doClick();
          kept.call.doClick();
        });
    settle();
  }

  private String shared() {
    return state.get("text", String.class).orElseThrow();
  }

  @Nested
  class AFragment {
    @Test
    void thatWasReplacedTellsOfNothing() throws Exception {
      LayoutWindow window = open("<Slot name='slot'/>");
      window.load("slot", fragment(CONTENT));
      Kept kept = Kept.of(window, "slot.");
      use(kept);
      assertThat(heard).containsExactly("raised", "called");
      state.put("text", "first");
      settle();

      window.load("slot", fragment("<Label/>"));
      use(kept);

      assertThat(heard).containsExactly("raised", "called");
      assertThat(shared()).isEqualTo("first");
    }

    @Test
    void thatIsReplacedTellsOfWhatWasTypedJustBefore() throws Exception {
      LayoutWindow window = open("<Slot name='slot'/>");
      window.load("slot", fragment(CONTENT));
      Kept kept = Kept.of(window, "slot.");
      Fragment other = fragment("<Label/>");
      Edt.call(
          () -> {
            kept.text.setText("in time");
            window.load("slot", other);
            kept.text.setText("late");
            return true;
          });
      settle();

      assertThat(shared()).isEqualTo("in time");
    }

    @Test
    void thatIsClosedWithItsWindowTellsOfNothing() throws Exception {
      LayoutWindow window = open("<Slot name='slot'/>");
      window.load("slot", fragment(CONTENT));
      Kept kept = Kept.of(window, "slot.");
      window.close();
      use(kept);

      assertThat(heard).containsExactly("closed");
      assertThat(shared()).isEqualTo("first");
    }

    @Test
    void thatWasReplacedIsKnownToNoComponentThatStays() throws Exception {
      LayoutWindow window = open("<TextField name='field'/><Slot name='slot'/>");
      window.load("slot", fragment("<Label text='L' labelFor='#field'/>"));
      assertThat(labelOf(window, "field")).isInstanceOf(JLabel.class);
      window.load("slot", fragment("<Label/>"));

      assertThat(labelOf(window, "field")).isNull();
    }

    @Test
    void thatCannotBeShownLeavesTheSlotAsItIs() throws Exception {
      ComponentRegistry registry =
          ComponentRegistry.standard()
              .with(
                  Tag.of("Picky", JLabel.class, JLabel::new)
                      .property(
                          "word",
                          ValueType.TEXT,
                          (label, word) -> {
                            throw new IllegalStateException("not " + word);
                          }));
      LayoutWindow window = open("<Slot name='slot'/>");
      window.load("slot", fragment(CONTENT));
      Path file =
          Files.writeString(
              folder.resolve("picky.xml"),
              "<Fragment><Repeat name='all' items='{state.items}' as='it'>"
                  + "<Picky word='this'/></Repeat></Fragment>");
      Fragment picky = Layouts.using(registry).fragmentFrom(file);

      assertThatThrownBy(() -> window.load("slot", picky)).hasMessageContaining("not this");
      assertThat(window.names()).contains("slot.text").doesNotContain("slot.all");
      use(Kept.of(window, "slot."));
      assertThat(heard).containsExactly("raised", "called");
      assertThat(shared()).isEqualTo("late");
    }
  }

  private static @Nullable Object labelOf(LayoutWindow window, String field)
      throws InterruptedException {
    return Edt.call(
        () -> window.find(field, JTextField.class).getClientProperty("labeledBy")); // Swing's
  }

  @Nested
  class WhatALayoutHasInASlot {
    @Test
    void isReferredToByNoFragmentWhenItWasReplaced() throws Exception {
      LayoutWindow window =
          open("<Slot name='slot'><TextField name='old'/></Slot><Slot name='other'/>");
      Fragment referring = fragment("<Label text='L' labelFor='#old'/>");
      window.load("other", referring);
      assertThatThrownBy(() -> window.load("slot", referring)).hasMessageContaining("#old");

      window.load("slot", fragment("<Label/>"));

      assertThatThrownBy(() -> window.load("other", referring)).hasMessageContaining("#old");
    }

    @Test
    void tellsOfNothingWhenItWasReplaced() throws Exception {
      LayoutWindow window = open("<Slot name='slot'>" + CONTENT + "</Slot>");
      Kept kept = Kept.of(window, "");
      window.load("slot", fragment("<Label/>"));
      use(kept);

      assertThat(heard).isEmpty();
      assertThat(shared()).isEqualTo("first");
    }
  }

  @Nested
  class AnItem {
    private static final String REPEAT =
        "<Repeat name='all' items='{state.items}' as='it'>" + CONTENT + "</Repeat>";

    @Test
    void thatHasGoneTellsOfNothing() throws Exception {
      LayoutWindow window = open(REPEAT);
      Kept kept = Kept.of(window, "all.1.");
      state.put("items", List.of("a"));
      await().until(() -> !window.names().contains("all.1.text"));
      use(kept);

      assertThat(heard).isEmpty();
      assertThat(shared()).isEqualTo("first");
    }

    @Test
    void thatHasGoneIsKnownToNoComponentThatStays() throws Exception {
      LayoutWindow window =
          open(
              "<TextField name='field'/><Repeat name='all' items='{state.items}' as='it'>"
                  + "<Label name='label' text='L' labelFor='#field'/></Repeat>");
      assertThat(labelOf(window, "field")).isInstanceOf(JLabel.class);
      state.put("items", List.of());
      await().until(() -> !window.names().contains("all.0.label"));

      assertThat(labelOf(window, "field")).isNull();
    }

    @Test
    void thatStaysGoesOn() throws Exception {
      LayoutWindow window = open(REPEAT);
      state.put("items", List.of("a"));
      await().until(() -> !window.names().contains("all.1.text"));
      use(Kept.of(window, "all.0."));

      assertThat(heard).containsExactly("raised", "called");
      assertThat(shared()).isEqualTo("late");
    }

    @Test
    void thatHasGoneIsValidatedNoMore() throws Exception {
      LayoutWindow window = open(REPEAT);
      window.validate(
          "all.1.text",
          String.class,
          text -> {
            heard.add(text);
            return Optional.empty();
          });
      JTextField kept = window.find("all.1.text", JTextField.class);
      state.put("items", List.of("a"));
      await().until(() -> !window.names().contains("all.1.text"));
      onEdt(() -> kept.setText("late"));
      settle();

      assertThat(heard).isEmpty();
    }
  }

  @Nested
  class AWindow {
    @Test
    void thatWasClosedTellsOfNothing() throws Exception {
      LayoutWindow window = open(CONTENT);
      Kept kept = Kept.of(window, "");
      window.close();
      use(kept);

      assertThat(heard).containsExactly("closed");
      assertThat(shared()).isEqualTo("first");
    }
  }
}
