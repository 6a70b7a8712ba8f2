package dev.runspaces.benchmarks.form;

import dev.runspaces.benchmarks.form.Forms.Form;
import java.awt.Component;
import java.awt.Container;
import java.awt.GridLayout;
import java.beans.XMLDecoder;
import java.beans.XMLEncoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JRootPane;

/** The form as XMLEncoder writes it, which knows Swing's own managers only, and no listeners. */
final class XmlDecoded {
  private XmlDecoded() {}

  static Form of(FormText text) {
    var bytes = new ByteArrayOutputStream();
    try (var encoder = new XMLEncoder(bytes)) {
      encoder.writeObject(encodable(HandWritten.build(text, () -> {})));
    }
    byte[] encoded = bytes.toByteArray();
    return () -> {
      try (var decoder = new XMLDecoder(new ByteArrayInputStream(encoded))) {
        return (Container) decoder.readObject();
      }
    };
  }

  private static JPanel encodable(JRootPane form) {
    var content = new JPanel(new GridLayout(0, 1));
    for (Component child : form.getContentPane().getComponents()) {
      content.add(child instanceof JPanel panel ? lines(panel) : encodable(child));
    }
    return content;
  }

  private static JPanel lines(JPanel panel) {
    var lines = new JPanel(new GridLayout(0, 4));
    for (Component child : panel.getComponents()) {
      lines.add(encodable(child));
    }
    return lines;
  }

  private static Component encodable(Component component) {
    if (component instanceof JButton button) {
      return new JButton(button.getText());
    }
    return component;
  }
}
