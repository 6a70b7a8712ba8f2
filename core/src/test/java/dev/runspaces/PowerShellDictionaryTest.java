package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/powershell.md} says is true: its examples run, and what it names is there. */
@Timeout(60)
class PowerShellDictionaryTest {
  private static final Path PAGE = Path.of("../docs/powershell.md");

  private static final List<String> PACKAGES =
      List.of(
          "dev.runspaces.",
          "dev.runspaces.event.",
          "dev.runspaces.stream.",
          "dev.runspaces.thread.");

  /** Types of PowerShell and of Java that the page speaks of between its tables. */
  private static final Set<String> OF_OTHERS = Set.of("PowerShell", "System", "Thread");

  @TempDir private static Path folder;

  private static List<PageExample> examples = List.of();
  private static List<String> console = List.of();

  /** Compiles all examples at once, and runs them in one JVM: each alone would take a second. */
  @BeforeAll
  static void compileAndRun() throws Exception {
    examples = PageExample.on(PAGE);
    assertThat(compile()).as("what javac says; the lines are those of the page").isEmpty();
    Stream<String> names = examples.stream().map(PageExample::className);
    String[] arguments = Stream.concat(Stream.of(folder.toString()), names).toArray(String[]::new);
    console = OtherJvm.run(PageProgram.class, arguments).lines();
  }

  private static String compile() throws IOException {
    var command = new ArrayList<String>();
    command.addAll(List.of("-d", folder.toString(), "-classpath", OtherJvm.classPath()));
    command.addAll(List.of("-proc:none", "-Xlint:all,-classfile,-path", "-Werror"));
    for (PageExample example : examples) {
      Path source = folder.resolve(example.className() + ".java");
      Files.writeString(source, example.source());
      command.add(source.toString());
    }
    var said = new StringWriter();
    var writer = new PrintWriter(said, true);
    int unused =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(writer, writer, command.toArray(String[]::new));
    return said.toString();
  }

  @TestFactory
  Stream<DynamicTest> theExamplePrintsWhatIsSaid() {
    return examples.stream().map(each -> dynamicTest(each.toString(), () -> assertPrints(each)));
  }

  private static void assertPrints(PageExample example) throws IOException {
    Path failure = folder.resolve(example.className() + ".failed");
    if (Files.exists(failure)) {
      fail(Files.readString(failure));
    }
    List<String> printed = Files.readAllLines(folder.resolve(example.className() + ".printed"));
    if (example.printed().isPresent()) {
      assertThat(printed).isEqualTo(example.printed().get());
    }
  }

  @Test
  void noExampleLogsAWarning() {
    assertThat(console).isEmpty();
  }

  @Test
  void noLineOfCodeIsWiderThanAReadersScreen() {
    assertThat(examples.stream().flatMap(each -> each.code().stream()))
        .filteredOn(line -> line.length() > 90)
        .isEmpty();
  }

  @Test
  void everyMemberThatIsNamedExists() throws IOException {
    List<MatchResult> members =
        named("`([A-Z]\\w+)\\.(\\w+)", ourWords()).stream()
            .filter(member -> !OF_OTHERS.contains(member.group(1)))
            .toList();

    assertThat(members)
        .hasSizeGreaterThan(100)
        .filteredOn(member -> !exists(member.group(1), member.group(2)))
        .extracting(MatchResult::group)
        .isEmpty();
  }

  @Test
  void everyCallInATableIsUsedByAnExample() throws IOException {
    String code =
        examples.stream().flatMap(each -> each.code().stream()).collect(Collectors.joining("\n"));
    String tables =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> line.replaceFirst("^\\| .*? \\| ", ""))
            .collect(Collectors.joining("\n"));

    assertThat(named("`([A-Z]\\w+)\\.(\\w+)", tables))
        .hasSizeGreaterThan(100)
        .filteredOn(member -> !OF_OTHERS.contains(member.group(1)))
        .filteredOn(member -> named("\\b" + member.group(2) + "\\b", code).isEmpty())
        .extracting(MatchResult::group)
        .isEmpty();
  }

  /** The page without its code, and of the tables the column that is ours. */
  private static String ourWords() throws IOException {
    return Files.readString(PAGE)
        .replaceAll("(?ms)^```.*?^```$", "")
        .replaceAll("(?m)^\\| .*? \\| ", "");
  }

  private static List<MatchResult> named(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static boolean exists(String type, String member) {
    return PACKAGES.stream()
        .flatMap(prefix -> find(prefix + type).stream())
        .flatMap(found -> Stream.of(found.getMethods(), found.getFields()).flatMap(Arrays::stream))
        .anyMatch(found -> ((Member) found).getName().equals(member));
  }

  private static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException elsewhere) {
      return Optional.empty();
    }
  }

  @Test
  void everyLinkInTheTableOfContentsLeadsToAHeading() throws IOException {
    String page = Files.readString(PAGE);
    List<String> anchors =
        page.lines().filter(line -> line.startsWith("#")).map(line -> anchor(line)).toList();

    assertThat(named("\\(#([^)]+)\\)", page))
        .hasSizeGreaterThan(8)
        .extracting(link -> link.group(1))
        .isSubsetOf(anchors);
  }

  /** As GitHub makes them. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\w\\- ]", "")
        .replace(' ', '-');
  }
}
