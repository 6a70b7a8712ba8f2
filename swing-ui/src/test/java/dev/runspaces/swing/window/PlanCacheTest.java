package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.component.Tag;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PlanCacheTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-31T12:00:00Z");

  private static final Tag<JPanel> PANEL = Tag.of("Panel", JPanel.class, JPanel::new);

  private final PlanCache cache = new PlanCache();
  private final ComponentRegistry registry = ComponentRegistry.standard();
  private int loaded;

  private static ResourceBundle texts(Locale locale) {
    throw new AssertionError("nobody asks for a text in " + locale);
  }

  private final Vocabulary vocabulary = Vocabulary.of(registry).withTexts(PlanCacheTest::texts);

  private Plan load(LayoutFolder folder) {
    loaded++;
    return Plan.of(LayoutReader.read("test.xml", "<Window/>"), registry);
  }

  private Plan get(String resource, @Nullable FileStamp stamp) throws IOException {
    return cache.get(resource, stamp, vocabulary.now(), LayoutFolder.none(), this::load);
  }

  @Nested
  class APlan {
    private final FileStamp stamp = new FileStamp(LONG_AGO, 10);

    @Test
    void isMadeOnceWhileItsFileStaysTheSame() throws IOException {
      Plan first = get("a", stamp);
      assertThat(get("a", new FileStamp(LONG_AGO, 10))).isSameAs(first);
      assertThat(loaded).isEqualTo(1);
    }

    @Test
    void isMadeAnewWhenItsFileHasAnotherTimeOrSize() throws IOException {
      get("a", stamp);
      get("a", new FileStamp(LONG_AGO.plusMillis(1), 10));
      get("a", new FileStamp(LONG_AGO.plusMillis(1), 11));
      assertThat(loaded).isEqualTo(3);
      assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void isMadeAnewForAnotherRegistryOrLocale() throws IOException {
      get("a", stamp);
      cache.get(
          "a",
          stamp,
          Vocabulary.of(registry.with(PANEL)).withTexts(PlanCacheTest::texts).now(),
          LayoutFolder.none(),
          PlanCacheTest.this::load);
      Locale before = Locale.getDefault();
      Locale.setDefault(before.equals(Locale.GERMANY) ? Locale.FRANCE : Locale.GERMANY);
      try {
        get("a", stamp);
      } finally {
        Locale.setDefault(before);
      }
      assertThat(loaded).isEqualTo(3);
    }

    @Test
    void isNotKeptIfItsFileCannotBeLookedAt() throws IOException {
      get("a", null);
      get("a", null);
      assertThat(loaded).isEqualTo(2);
      assertThat(cache.size()).isZero();
    }

    /** One more change within the same tick of the file system's clock would not be seen. */
    @Test
    void isNotKeptIfItsFileHasJustBeenWritten() throws IOException {
      FileStamp now = new FileStamp(Instant.now(), 10);
      get("a", now);
      get("a", now);
      assertThat(loaded).isEqualTo(2);
    }
  }

  @Test
  void thereAreNeverMoreThanTheBoundAndTheLatestUsedStay() throws IOException {
    FileStamp stamp = new FileStamp(LONG_AGO, 1);
    Plan first = get("first", stamp);
    for (int number = 0; number < PlanCache.MOST * 2; number++) {
      get("other " + number, stamp);
      assertThat(get("first", stamp)).isSameAs(first);
    }
    assertThat(cache.size()).isEqualTo(PlanCache.MOST);
  }

  @Nested
  class ItsFiles {
    @TempDir Path folder;

    private String verdictOn(URL url) throws IOException {
      try {
        Layouts.load(url);
        return "right";
      } catch (LayoutException wrong) {
        return "wrong";
      }
    }

    private Path write(String xml, Instant time) throws IOException {
      Path file = folder.resolve("window.xml");
      Files.writeString(file, xml);
      Files.setLastModifiedTime(file, FileTime.from(time));
      return file;
    }

    @Test
    void thatHaveChangedAreReadAnew() throws IOException {
      URL url = write("<Window/>", LONG_AGO).toUri().toURL();
      assertThat(verdictOn(url)).isEqualTo("right");
      write("<Widow />", LONG_AGO.plusSeconds(1));
      assertThat(verdictOn(url)).isEqualTo("wrong");
      write("<Window/>", LONG_AGO.plusSeconds(2));
      assertThat(verdictOn(url)).isEqualTo("right");
    }

    @Test
    void thatHaveNotChangedAreNotReadAgain() throws IOException {
      Path file = write("<Window/>", LONG_AGO);
      assertThat(verdictOn(file.toUri().toURL())).isEqualTo("right");
      write("<Widow />", LONG_AGO); // as long, and as old: nobody can tell
      assertThat(verdictOn(file.toUri().toURL())).isEqualTo("right");
    }

    @Test
    void inAJarHaveTheTimeOfTheJar() throws IOException {
      Path jar = folder.resolve("layouts.jar");
      try (var output = new JarOutputStream(Files.newOutputStream(jar))) {
        output.putNextEntry(new JarEntry("window.xml"));
        output.write("<Window/>".getBytes(StandardCharsets.UTF_8));
      }
      Files.setLastModifiedTime(jar, FileTime.from(LONG_AGO));
      URL url = new URL("jar:" + jar.toUri() + "!/window.xml");
      assertThat(FileStamp.of(url)).isEqualTo(new FileStamp(LONG_AGO, Files.size(jar)));
      assertThat(verdictOn(url)).isEqualTo("right");
    }

    @Test
    void onOtherMachinesAreRefusedWithoutAConnection() throws IOException {
      try (var server = new ServerSocket(0)) {
        server.setSoTimeout(1);
        String there = "127.0.0.1:" + server.getLocalPort() + "/window.xml";
        for (String address :
            new String[] {
              "http://" + there,
              "https://" + there,
              "ftp://" + there,
              "jar:http://" + there + "!/a",
              "file://127.0.0.1/window.xml"
            }) {
          assertThatThrownBy(() -> Layouts.load(new URL(address)))
              .isInstanceOf(IOException.class)
              .hasMessageStartingWith("layouts are not loaded over a network, but ");
        }
        assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
      }
    }
  }
}
