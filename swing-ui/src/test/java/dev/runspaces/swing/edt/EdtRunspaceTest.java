package dev.runspaces.swing.edt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.Script;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A runspace whose code runs on the EDT, like that of any executor. */
@Timeout(30)
class EdtRunspaceTest {
  private final List<String> log = new CopyOnWriteArrayList<>();

  /** Writes down the strings that it is told. */
  private final class Strings {
    @Subscribe
    void on(String event) {
      log.add("told " + event);
    }
  }

  @Test
  void tellsWhatItPostsItselfAtOnceButNothingThatOthersAreBefore() throws Exception {
    try (Runspace runspace =
        Runspaces.builder("on the EDT").threads(EventQueue::invokeLater).open()) {
      EventBus bus = runspace.bus();
      bus.register(new Strings());
      runspace.events().on("Raised", event -> log.add("raised"));
      runspace.invoke(
          Script.action(
              context -> {
                bus.post("one");
                log.add("posted one");
                context.events().raise("Raised");
                bus.post("two");
                log.add("posted two");
              }));

      await()
          .untilAsserted(
              () ->
                  assertThat(log)
                      .containsExactly(
                          "told one", "posted one", "posted two", "raised", "told two"));
    }
  }
}
