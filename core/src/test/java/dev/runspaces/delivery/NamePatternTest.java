package dev.runspaces.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PowerShell's wildcards. */
class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "Ready, Ready",
    "ready, READY",
    "*, Ready",
    "*, ''",
    "'', ''",
    "R*y, Ready",
    "*a*, Ready",
    "R*d*y, Readdy",
    "*dy, Read dy",
    "Ready*, Ready",
    "**Ready**, Ready",
    "Read?, Ready",
    "?????, Ready",
    "?*?, Re",
    "a*ab*b, aXabXabb",
    "Über*, über alles",
    "a.c, a.c",
    "[a]?, '[a]x'"
  })
  void fits(String pattern, String name) {
    assertThat(NamePattern.of(pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Ready, Readyy",
    "Ready, Read",
    "Ready, ''",
    "'', Ready",
    "?, ''",
    "Read?, Read",
    "*dy, Ready!",
    "R*x, Ready",
    "a*ab*bc, aXabXabb",
    "a.c, abc"
  })
  void doesNotFit(String pattern, String name) {
    assertThat(NamePattern.of(pattern).matches(name)).isFalse();
  }

  @Test
  void manyStarsDoNotTakeForEver() {
    String name = "a".repeat(10_000);

    assertThat(NamePattern.of("*a".repeat(20) + "b").matches(name)).isFalse();
  }
}
