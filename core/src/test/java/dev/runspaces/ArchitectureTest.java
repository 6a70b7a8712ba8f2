package dev.runspaces;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may know whom; and each rule is seen to fail. */
@Timeout(60)
class ArchitectureTest {

  /** The rules; the text of each is what it says when it is broken. */
  @SuppressWarnings("ImmutableEnumChecker") // ArchUnit's rules do not change
  enum Rule {
    EVENT_KNOWS_NOTHING_ELSE_OF_OURS(knowsOnly("event")),
    THREAD_KNOWS_NOTHING_ELSE_OF_OURS(knowsOnly("thread")),
    WORKER_KNOWS_THREADS_ONLY(knowsOnly("worker", "thread")),
    STREAM_KNOWS_HOW_TO_WAIT_AND_REGISTRATIONS(knowsOnly("stream", "worker", "thread", "event")),
    FLIGHT_KNOWS_NOTHING_ELSE_OF_OURS(knowsOnly("flight")),
    DELIVERY_KNOWS_EVENTS_AND_LETTERS_ONLY(knowsOnly("delivery", "event", "flight", "worker")),
    EVENTBUS_KNOWS_DELIVERY_AND_EVENTS_ONLY(knowsOnly("eventbus", "event", "delivery")),
    GUAVA_IS_FOR_EVENTBUS_AND_WHERE_USERS_HAND_IT_OVER(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.runspaces.eventbus..")
            .and()
            .doNotHaveFullyQualifiedName("dev.runspaces.Runspace")
            .and()
            .doNotHaveFullyQualifiedName("dev.runspaces.Runspaces")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.common..")),
    NO_GUI(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..")),
    PUBLIC_METHODS_TAKE_FEW_ARGUMENTS_AND_NO_BARE_BOOLEAN(
        methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should(takeFewArgumentsAndNoBareBoolean())),
    EVERY_PACKAGE_IS_NULL_MARKED(classes().should(resideInANullMarkedPackage())),
    NO_CYCLES_BETWEEN_PACKAGES(slices().assignedFrom(packages()).should().beFreeOfCycles()),
    NOTHING_IS_PRINTED(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS),
    NO_STACK_TRACE_IS_PRINTED(
        noClasses()
            .should()
            .callMethodWhere(
                target(HasName.Predicates.name("printStackTrace"))
                    .and(target(owner(assignableTo(Throwable.class))))));

    private final ArchRule rule;

    Rule(ArchRule rule) {
      this.rule = rule.allowEmptyShould(true);
    }
  }

  private static final JavaClasses CORE = new ClassFileImporter().importPath(mainClasses());

  private static Path mainClasses() {
    return Path.of(System.getProperty("basedir", ""), "target", "classes");
  }

  private static ArchRule knowsOnly(String layer, String... others) {
    String[] known = new String[others.length + 1];
    known[0] = "dev.runspaces." + layer + "..";
    for (int i = 0; i < others.length; i++) {
      known[i + 1] = "dev.runspaces." + others[i] + "..";
    }
    DescribedPredicate<JavaClass> rest =
        resideInAPackage("dev.runspaces..").and(DescribedPredicate.not(resideInAnyPackage(known)));
    return noClasses().that().resideInAPackage(known[0]).should().dependOnClassesThat(rest);
  }

  /**
   * Methods only. The constructors of records are exempt: a record that the library alone makes, as
   * the lines of a report are, has as many components as there are things to tell, and its readers
   * name them.
   */
  private static ArchCondition<JavaMethod> takeFewArgumentsAndNoBareBoolean() {
    return new ArchCondition<>("take at most three arguments, and no boolean") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        List<JavaClass> parameters = method.getRawParameterTypes();
        boolean keeps =
            parameters.size() <= 3
                && parameters.stream().noneMatch(type -> type.isEquivalentTo(boolean.class));
        events.add(new SimpleConditionEvent(method, keeps, method.getFullName()));
      }
    };
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked =
            type.getPackageName().isEmpty()
                || type.getPackage().isAnnotatedWith(NullMarked.class.getName());
        events.add(
            new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
      }
    };
  }

  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName());
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }

  @Nested
  class TheModule {

    @Test
    void isReadInFull() {
      assertThat(CORE).hasSizeGreaterThan(50);
      assertThat(CORE.contain(Runspace.class)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void keeps(Rule rule) {
      rule.rule.check(CORE);
    }
  }

  @Nested
  class ADeliberateBreach {
    private final JavaClasses breach =
        new ClassFileImporter().importPackages("dev.runspaces.event.breach");

    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.INCLUDE,
        names = {
          "EVENT_KNOWS_NOTHING_ELSE_OF_OURS",
          "GUAVA_IS_FOR_EVENTBUS_AND_WHERE_USERS_HAND_IT_OVER",
          "PUBLIC_METHODS_TAKE_FEW_ARGUMENTS_AND_NO_BARE_BOOLEAN",
          "EVERY_PACKAGE_IS_NULL_MARKED",
          "NO_CYCLES_BETWEEN_PACKAGES",
          "NOTHING_IS_PRINTED",
          "NO_STACK_TRACE_IS_PRINTED"
        })
    void isFound(Rule rule) {
      assertThat(rule.rule.evaluate(breach).hasViolation()).isTrue();
      assertThat(rule.rule.evaluate(breach).getFailureReport().toString())
          .contains("dev.runspaces.event.breach");
    }

    @Test
    void byAGuiIsFoundToo() throws Exception {
      // No class of this module could be compiled with one: the module does not read java.desktop.
      JavaClasses gui =
          new ClassFileImporter().importClasses(Class.forName("java.beans.PropertyEditor"));

      assertThat(Rule.NO_GUI.rule.evaluate(gui).hasViolation()).isTrue();
    }
  }
}
