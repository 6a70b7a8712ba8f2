package dev.runspaces.swing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.runspaces.delivery.Calls;
import dev.runspaces.swing.layout.BreachOfArchitecture;
import java.awt.EventQueue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may import whom: the picture in ARCHITECTURE.md, as rules. */
class ArchitectureTest {
  private static final String ROOT = "dev.runspaces.swing";

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final ArchRule LAYOUTS_ARE_TEXT =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".layout", ROOT + ".include")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.swing..", "com.formdev..", "net.miginfocom..");

  /** A package of this module, and all that it may import of what is ours. */
  private static ArchRule mayImport(String from, String... allowed) {
    String[] ours =
        Stream.concat(Stream.of(ROOT + "." + from), Arrays.stream(allowed)).toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(ROOT + "." + from)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(ours).or(resideOutsideOfPackage("dev.runspaces..")));
  }

  @Test
  void layoutsAreTextAndKnowNothingElseOfOurs() {
    LAYOUTS_ARE_TEXT.check(MODULE);
    mayImport("layout").check(MODULE);
    mayImport("include", ROOT + ".layout").check(MODULE);
  }

  @Test
  void theEdtKnowsCoreAlone() {
    mayImport("edt", "dev.runspaces", "dev.runspaces.event", "dev.runspaces.thread").check(MODULE);
  }

  @Test
  void componentsKnowLayoutsAndTheEdtButNoRunspaces() {
    mayImport("component", ROOT + ".layout", ROOT + ".include", ROOT + ".edt").check(MODULE);
  }

  @Test
  void ofWhatIsHiddenInCoreOnlyCallsAreKnown() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.runspaces.delivery")
                .and(not(belongToAnyOf(Calls.class)))
                .as("are hidden in core, but for Calls"))
        .check(MODULE);
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MODULE);
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        MODULE.stream()
            .map(type -> type.getPackage())
            .distinct()
            .filter(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class))
            .map(aPackage -> aPackage.getName())
            .toList();
    assertThat(unmarked).isEmpty();
  }

  @Test
  void theConsoleIsLeftToPrograms() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(MODULE);
  }

  @Test
  void theEdtIsNeverWaitedForByTheCallThatDeadlocks() {
    noClasses()
        .should()
        .callMethod(EventQueue.class, "invokeAndWait", Runnable.class)
        .orShould()
        .callMethod(SwingUtilities.class, "invokeAndWait", Runnable.class)
        .check(MODULE);
  }

  /** That the rules can fail: a class in a layout's package that knows a component. */
  @Test
  void aBreachIsNoticed() {
    JavaClasses breach = new ClassFileImporter().importClasses(BreachOfArchitecture.class);
    assertThatThrownBy(() -> LAYOUTS_ARE_TEXT.check(breach))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("BreachOfArchitecture")
        .hasMessageContaining("javax.swing.JButton");
  }
}
