package dev.runspaces.benchmarks.form;

import java.awt.Container;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The form as a Swing programmer writes it. */
final class HandWritten {
  private HandWritten() {}

  static JRootPane build(FormText form, Runnable sink) {
    var root = new JRootPane();
    Container content = root.getContentPane();
    if (form.components() == 1) {
      content.setLayout(new MigLayout());
      content.add(button("Save", sink));
      return root;
    }
    content.setLayout(new MigLayout("wrap 1"));
    int rows = FormText.PER_PANEL / 4;
    for (int number = 0; number < form.panels(); number++) {
      var panel = new JPanel(new MigLayout("wrap 4", "[][grow][][]"));
      for (int line = number * rows; line < (number + 1) * rows; line++) {
        panel.add(new JLabel("Name " + line));
        var field = new JTextField(20);
        field.setName("field" + line);
        panel.add(field, "growx");
        panel.add(new JCheckBox("Active " + line, true));
        panel.add(button("Save " + line, sink));
      }
      content.add(panel);
    }
    return root;
  }

  private static JButton button(String text, Runnable sink) {
    var button = new JButton(text);
    button.addActionListener(click -> sink.run());
    return button;
  }
}
