package dev.runspaces.demo;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.NearestNames;
import dev.runspaces.swing.window.Layout;
import dev.runspaces.swing.window.Layouts;
import dev.runspaces.swing.window.Theme;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the demo. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "A window in a runspace; its clicks, closing and errors are handled in the parent.",
    footer = {
      "",
      "Exit codes:",
      "  0  all went well",
      "  1  the script failed, or the picture could not be written",
      "  2  the call or the layout was wrong; what would be right is said"
    })
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int WRONG_CALL = 2;

  private final List<String> arguments;
  private final PrintStream out = System.out;
  private final PrintStream diagnostics = System.err;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--fail", description = "Let the window's script fail.")
  private boolean fail;

  @Option(names = "--reuse", description = "Use one runspace and one shell twice; no window.")
  private boolean reuse;

  @Option(
      names = "--layout",
      paramLabel = "FILE",
      description = "Open this layout file instead of the demo's own.")
  private @Nullable Path layoutFile;

  @Option(
      names = "--window",
      paramLabel = "NAME",
      converter = WindowName.class,
      description = "Open one of these windows: ${COMPLETION-CANDIDATES}.")
  private DemoWindow.Choice choice = DemoWindow.Choice.PRESS_ME;

  @Option(
      names = "--snapshot",
      paramLabel = "FILE.png",
      converter = PictureFile.class,
      description = "Paint the window into a file, without a display.")
  private @Nullable Path snapshot;

  @Option(names = "--dark", description = "Use the dark theme.")
  private boolean dark;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      converter = LanguageTag.class,
      description = "The language of the customer window: en or ar.")
  private @Nullable Locale language;

  private Main(List<String> arguments) {
    this.arguments = arguments;
  }

  /**
   * Runs the demo, and exits with its code.
   *
   * @param arguments the options; {@code --help} lists them
   */
  public static void main(String[] arguments) {
    var finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitLastLines(finished)));
    int code;
    try {
      code =
          new CommandLine(new Main(List.of(arguments)))
              .setParameterExceptionHandler(Main::explain)
              .setExecutionExceptionHandler(Main::explain)
              .execute(arguments);
    } finally {
      finished.countDown();
    }
    System.exit(code);
  }

  /** A wrong call is answered in a few lines, with the option that was probably meant. */
  private static int explain(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println(wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      List<String> near =
          NearestNames.of(
              unmatched.getUnmatched().get(0), command.getCommandSpec().optionsMap().keySet());
      if (!near.isEmpty()) {
        command.getErr().println("  did you mean " + String.join(" or ", near) + "?");
      }
    }
    command.getErr().println("  demo --help lists all options");
    return WRONG_CALL;
  }

  private static int explain(Exception failure, CommandLine command, ParseResult call) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof LayoutException mistakes) { // such as a method, and nobody who has it
      command.getErr().println(mistakes.getMessage());
      return WRONG_CALL;
    }
    if (cause instanceof IOException unwritten) {
      command.getErr().println("The picture could not be written: " + unwritten);
      return FAILED;
    }
    command.getErr().println("The demo failed: " + cause);
    return FAILED;
  }

  /** A signal ends the JVM as soon as the window is closed: the last lines must come first. */
  private static void awaitLastLines(CountDownLatch finished) {
    try {
      boolean unused = finished.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine command = Objects.requireNonNull(spec, "set by picocli").commandLine();
    Optional<String> wrong = Contradiction.in(command.getParseResult());
    if (wrong.isPresent()) {
      throw new ParameterException(command, wrong.get());
    }
    if (reuse) {
      new Reuse(out).play();
      return CommandLine.ExitCode.OK;
    }
    if (fail) {
      return exitCode(new PressMe(out).play(WindowScripts.failing()));
    }
    if (layoutFile != null && Files.isDirectory(layoutFile)) {
      diagnostics.println("'" + layoutFile + "' is a folder; --layout takes a file, as my.xml");
      return WRONG_CALL;
    }
    if (language != null) {
      Locale.setDefault(language);
    }
    Optional<String> problem = snapshot == null ? Display.problem() : Optional.empty();
    if (snapshot == null && problem.isEmpty()) {
      theme().installLater(); // while the layout is read
    }
    DemoWindow window = window();
    Layout layout;
    try {
      layout = window.layout();
    } catch (LayoutException mistakes) {
      diagnostics.println(mistakes.getMessage());
      return WRONG_CALL;
    } catch (NoSuchFileException missing) {
      diagnostics.println("There is no layout file " + missing.getFile());
      return WRONG_CALL;
    } catch (IOException unreadable) {
      diagnostics.println("The layout " + layoutFile + " cannot be read: " + unreadable);
      return WRONG_CALL;
    }
    return snapshot == null ? play(window, layout, problem) : paint(window, layout, snapshot);
  }

  private DemoWindow window() {
    Path file = layoutFile;
    return file == null ? choice.make(theme()) : () -> Layouts.load(file);
  }

  private int play(DemoWindow window, Layout layout, Optional<String> problem)
      throws IOException, InterruptedException {
    if (problem.isEmpty()) {
      return exitCode(new PressMe(out).play(WindowScripts.onScreen(window, layout)));
    }
    if (!Display.isHeadless()) {
      return Display.playInHeadlessProcess(problem.get(), arguments);
    }
    Path picture = Files.createTempFile("runspaces-demo-", ".png");
    diagnostics.println("There is no usable display: " + problem.get() + ".");
    diagnostics.println(
        "Playing the same session offscreen: two clicks on Button1 if there is one, then closing.");
    theme().install();
    Optional<Throwable> failure =
        new PressMe(out).play(WindowScripts.offscreen(window, layout, picture));
    if (failure.isEmpty()) {
      diagnostics.println("The window looked like this: " + picture);
    } else {
      Files.delete(picture); // nothing was painted
    }
    return exitCode(failure);
  }

  private int paint(DemoWindow window, Layout layout, Path picture) throws InterruptedException {
    // First of all: AWT decides only once whether it needs a display.
    System.setProperty("java.awt.headless", "true");
    theme().install();
    try (Runspace painter = Runspaces.open("painter")) {
      painter.invoke(WindowScripts.snapshot(window, layout, picture));
    }
    diagnostics.println("The window is painted in " + picture);
    return CommandLine.ExitCode.OK;
  }

  private Theme theme() {
    return dark ? Theme.DARK : Theme.LIGHT;
  }

  private static int exitCode(Optional<Throwable> failure) {
    if (failure.isEmpty()) {
      return CommandLine.ExitCode.OK;
    }
    return failure.get() instanceof LayoutException ? WRONG_CALL : FAILED;
  }
}
