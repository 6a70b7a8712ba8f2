package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.CaretMoved;
import dev.runspaces.swing.component.ComponentEvent.Edited;
import dev.runspaces.swing.component.ComponentEvent.Entered;
import dev.runspaces.swing.component.ComponentEvent.LinkFollowed;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.JEditorPane;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.JTextComponent;

/** What is told of texts: their edits, Enter, the caret and links. For the EDT. */
final class TextEvents {
  private TextEvents() {}

  static void edits(Object it, Consumer<ComponentEvent> raise) {
    JTextComponent field = (JTextComponent) it;
    field
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent edit) {
                raise.accept(new Edited(StandardTags.nameOf(field), textOf(field)));
              }

              @Override
              public void removeUpdate(DocumentEvent edit) {
                raise.accept(new Edited(StandardTags.nameOf(field), textOf(field)));
              }

              @Override
              public void changedUpdate(DocumentEvent edit) {
                // Only attributes have changed, such as a font: the text is the same.
              }
            });
  }

  static void entries(Object it, Consumer<ComponentEvent> raise) {
    JTextField field = (JTextField) it;
    field.addActionListener(
        enter -> raise.accept(new Entered(StandardTags.nameOf(field), textOf(field))));
  }

  static void caret(Object it, Consumer<ComponentEvent> raise) {
    JTextComponent field = (JTextComponent) it;
    field.addCaretListener(
        move ->
            raise.accept(
                new CaretMoved(StandardTags.nameOf(field), move.getDot(), move.getMark())));
  }

  static void links(Object it, Consumer<ComponentEvent> raise) {
    JEditorPane page = (JEditorPane) it;
    page.addHyperlinkListener(
        link -> {
          if (link.getEventType() == HyperlinkEvent.EventType.ACTIVATED) {
            String description = Objects.requireNonNullElse(link.getDescription(), "");
            raise.accept(new LinkFollowed(StandardTags.nameOf(page), description));
          }
        });
  }

  /** A password is nobody's business: an event may go anywhere, and be logged. */
  private static String textOf(JTextComponent field) {
    return field instanceof JPasswordField ? "" : field.getText();
  }
}
