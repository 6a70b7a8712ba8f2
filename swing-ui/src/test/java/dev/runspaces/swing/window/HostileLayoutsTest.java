package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.testkit.GoldenFiles;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What attackers write, and what was known to break such loaders: each file is refused with its
 * message, or is a harmless window, and none opens a connection.
 */
@Timeout(120)
class HostileLayoutsTest {
  private static final String OPENS = "it opens, and nothing else happens";

  /** What is allowed instead is the business of other tests, and grows with each tag. */
  private static final Pattern LISTS =
      Pattern.compile("(known elements:|attributes of <\\w+>:|<\\w+> takes) .{60,}");

  private final GoldenFiles corpus =
      GoldenFiles.in("src/test/resources/dev/runspaces/swing/hostile");
  private final Runspace runspace = Runspaces.open("gui");
  private final List<URI> connections = new CopyOnWriteArrayList<>();
  private final ProxySelector before = ProxySelector.getDefault();

  /** Is asked before every connection, of plain sockets as well. */
  private final class Watching extends ProxySelector {
    @Override
    public List<Proxy> select(URI address) {
      connections.add(address);
      throw new IllegalStateException("a connection to " + address);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
      connections.add(address);
    }
  }

  @BeforeEach
  void watch() {
    ProxySelector.setDefault(new Watching());
  }

  @AfterEach
  void close() {
    ProxySelector.setDefault(before);
    runspace.close();
  }

  @TestFactory
  Stream<DynamicTest> eachIsRefusedWithItsMessageOrHarmless() throws IOException {
    return corpus.tests(this::verdictOn);
  }

  @Test
  void thereAreManyOfThem() throws IOException {
    assertThat(corpus.layouts()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void aConnectionWouldBeNoticed() throws IOException {
    try {
      URI.create("http://127.0.0.1:9/").toURL().openStream().close();
    } catch (IOException | IllegalStateException refused) {
      // that is the point
    }
    assertThat(connections).isNotEmpty();
  }

  private String verdictOn(Path file) throws IOException {
    String verdict;
    try (LayoutWindow window = Layouts.load(file).openOffscreen(runspace)) {
      window.paint(1);
      Edt.call(() -> true); // what it has put into the EDT's queue
      verdict = OPENS;
    } catch (LayoutException refused) {
      verdict = LISTS.matcher(String.valueOf(refused.getMessage())).replaceAll("$1 ...");
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    assertThat(connections).isEmpty();
    return verdict;
  }
}
