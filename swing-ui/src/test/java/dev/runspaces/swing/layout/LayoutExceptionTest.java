package dev.runspaces.swing.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutExceptionTest {

  private static LayoutProblem problem(int line, int column, String... hints) {
    return new LayoutProblem(new SourceLocation("a.xml", line, column), "wrong", hints);
  }

  @Test
  void itsMessageIsEveryProblemByPosition() {
    LayoutException exception =
        new LayoutException(List.of(problem(10, 1), problem(2, 5), problem(2, 1, "try this")));

    assertThat(exception)
        .hasMessage(
            """
            a.xml:2:1: wrong
              try this
            a.xml:2:5: wrong
            a.xml:10:1: wrong""");
    assertThat(exception.problems())
        .containsExactly(problem(2, 1, "try this"), problem(2, 5), problem(10, 1));
  }

  @Test
  void itKeepsTheFirstHundredAndCountsTheRest() {
    List<LayoutProblem> problems = new ArrayList<>();
    for (int line = 123; line > 0; line--) {
      problems.add(problem(line, 1));
    }

    LayoutException exception = new LayoutException(problems);

    assertThat(exception).hasMessageEndingWith("a.xml:100:1: wrong\n... and 23 more");
    assertThat(exception.problems()).hasSize(100).contains(problem(1, 1)).isUnmodifiable();
  }

  @Test
  void itNeedsAReason() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LayoutException(List.of()));
  }
}
