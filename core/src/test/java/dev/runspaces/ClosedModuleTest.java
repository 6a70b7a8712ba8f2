package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Listeners from modules that do not let everybody in, compiled for the occasion. */
@Timeout(30)
class ClosedModuleTest {
  private static final String LISTENER =
      """
      package shop;

      public class Listener extends shop.base.Base {
        @com.google.common.eventbus.Subscribe
        void on(String event) {
          heard.add(event);
        }
      }
      """;
  private static final String BASE =
      """
      package shop.base;

      public class Base {
        public final java.util.List<Object> heard = new java.util.concurrent.CopyOnWriteArrayList<>();

        @com.google.common.eventbus.Subscribe
        void onNumber(Integer event) {
          heard.add(event);
        }
      }
      """;

  private final Path folder;
  private final Runspace worker = Runspaces.open("worker");

  ClosedModuleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private Object listenerFromModule(String... directives) throws Exception {
    Path sources = folder.resolve("sources");
    write(
        sources.resolve("module-info.java"),
        "module shop { requires com.google.common; exports shop; exports shop.base; "
            + String.join(" ", directives)
            + " }");
    write(sources.resolve("Listener.java"), LISTENER);
    write(sources.resolve("Base.java"), BASE);
    Path classes = folder.resolve("classes");
    int exitCode =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "-d",
                classes.toString(),
                "--module-path",
                System.getProperty("jdk.module.path", ""),
                sources.resolve("module-info.java").toString(),
                sources.resolve("Listener.java").toString(),
                sources.resolve("Base.java").toString());
    assertThat(exitCode).isZero();
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("shop"));
    Class<?> type =
        boot.defineModulesWithOneLoader(configuration, ClosedModuleTest.class.getClassLoader())
            .findLoader("shop")
            .loadClass("shop.Listener");
    return type.getConstructor().newInstance();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void ofAModuleThatOpensNothingIsRefusedWithTheLineToAdd() throws Exception {
    Object listener = listenerFromModule();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> worker.bus().register(listener))
        .withMessage(
            "@Subscribe method void shop.Listener.on(java.lang.String) cannot be called, because its"
                + " module does not open its package; add \"opens shop to dev.runspaces.core;\" to"
                + " the module-info of shop")
        .withCauseInstanceOf(InaccessibleObjectException.class);
    assertThat(worker.events().subscriptions()).isEmpty();
  }

  @Test
  void whereTheMethodIsInheritedItsOwnPackageIsNamed() throws Exception {
    Object listener = listenerFromModule("opens shop to dev.runspaces.core;");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> worker.bus().register(listener))
        .withMessageContaining("@Subscribe method void shop.base.Base.onNumber(java.lang.Integer)")
        .withMessageContaining("\"opens shop.base to dev.runspaces.core;\"");
  }

  @Test
  void ofAModuleThatOpensItsPackagesIsCalled() throws Exception {
    Object listener =
        listenerFromModule(
            "opens shop to dev.runspaces.core;", "opens shop.base to dev.runspaces.core;");
    worker.bus().register(listener);

    worker.bus().post("text");
    worker.bus().post(42);
    worker.close();

    assertThat(listener.getClass().getField("heard").get(listener))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly("text", 42);
  }
}
