package dev.runspaces.swing.testkit;

import static dev.runspaces.swing.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import com.sun.jna.NativeLong;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import javax.swing.JFrame;
import org.assertj.swing.core.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;

@GuiTest
@EnabledOnOs(LINUX)
@DisabledIfSystemProperty(named = "gui.display", matches = "desktop")
class PrivateDisplayGuiTest {

  @Test
  void isNotTheDisplayOfThePersonAtTheDesk() {
    String theirs = System.getenv("DISPLAY"); // what this JVM was started with
    assertThat(PrivateDisplay.name()).startsWith(":").isNotEqualTo(theirs);
  }

  @Test
  void isTheOneThatAwtUses() {
    assertThat(Toolkit.getDefaultToolkit().getScreenSize()).isEqualTo(new Dimension(1280, 1024));
  }

  @Test
  void hasAWindowManager() throws Exception {
    try (XConnection connection = XConnection.to(PrivateDisplay.name())) {
      NativeLong window = connection.showWindow();
      eventually(() -> assertThat(connection.isManaged(window)).isTrue());
    }
  }

  @Test
  void bringsAClickToItsButton(Robot robot) {
    AtomicInteger clicks = new AtomicInteger();
    JFrame window = OnEdt.call(() -> showButton(clicks));

    robot.click(window.getContentPane().getComponent(0));

    eventually(() -> assertThat(clicks).hasValue(1));
    OnEdt.run(window::dispose);
  }

  private static JFrame showButton(AtomicInteger clicks) {
    JButton button = new JButton("Press me");
    button.addActionListener(event -> clicks.incrementAndGet());
    JFrame window = new JFrame("One button");
    window.add(button);
    window.pack();
    window.setLocation(300, 200); // Not (0,0), where a click would arrive by mistake as well.
    window.setVisible(true);
    return window;
  }
}
