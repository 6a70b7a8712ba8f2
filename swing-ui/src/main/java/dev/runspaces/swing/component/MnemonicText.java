package dev.runspaces.swing.component;

import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;

/**
 * A text in which {@code &} stands before the letter that is its mnemonic: {@code &Save}; in a
 * file, as in all XML, that ampersand is escaped. {@code &&} is an ampersand, and so is one before
 * anything but a letter or digit.
 *
 * @param text the text to show
 * @param index where the mnemonic is in it; -1 for none
 */
record MnemonicText(String text, int index) {
  static final ValueType<MnemonicText> TYPE =
      ValueType.of(
              ValueType.TEXT.expected(),
              written -> ValueType.TEXT.read(written).flatMap(MnemonicText::read))
          .asText();

  /**
   * A text of what has no mnemonic. One from a bundle may say one all the same, for it may be that
   * of a button, too.
   */
  static final ValueType<String> WITHOUT = ValueType.TEXT.expecting(ValueType.TEXT.expected());

  private static Optional<MnemonicText> read(String written) {
    if (written.indexOf('&') < 0) {
      return Optional.of(new MnemonicText(written, -1));
    }
    var text = new StringBuilder(written.length());
    int mnemonic = -1;
    for (int index = 0; index < written.length(); index++) {
      char c = written.charAt(index);
      char next = index + 1 < written.length() ? written.charAt(index + 1) : ' ';
      if (c == '&' && next == '&') {
        index++;
      } else if (c == '&' && mnemonic < 0 && Character.isLetterOrDigit(next)) {
        mnemonic = text.length();
        continue;
      }
      text.append(c);
    }
    // Without its ampersands it must be no HTML either.
    int found = mnemonic;
    return ValueType.TEXT.read(text.toString()).map(plain -> new MnemonicText(plain, found));
  }

  void applyTo(AbstractButton button) {
    button.setText(text);
    if (index >= 0) {
      button.setMnemonic(key());
      button.setDisplayedMnemonicIndex(index);
    } else if (hadOne(button)) {
      button.setMnemonic(KeyEvent.VK_UNDEFINED);
    }
    note(button);
  }

  void applyTo(JLabel label) {
    label.setText(text);
    if (index >= 0) {
      label.setDisplayedMnemonic(key());
      label.setDisplayedMnemonicIndex(index);
    } else if (hadOne(label)) {
      label.setDisplayedMnemonic(KeyEvent.VK_UNDEFINED);
    }
    note(label);
  }

  /** Whether it is a text that has given it its mnemonic, and not code or another attribute. */
  private static boolean hadOne(JComponent component) {
    return component.getClientProperty(MnemonicText.class) != null;
  }

  private void note(JComponent component) {
    if (index >= 0 || hadOne(component)) {
      component.putClientProperty(MnemonicText.class, index >= 0 ? this : null);
    }
  }

  /** Returns the key of the mnemonic; only if there is one. */
  int key() {
    return KeyEvent.getExtendedKeyCodeForChar(text.charAt(index));
  }
}
