package dev.runspaces.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class ProgressTest {
  private final Progress copying = Progress.of("Copying");

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Nested
  class ARecord {

    @Test
    void knowsNothingAtFirstButItsActivity() {
      assertThat(copying)
          .isEqualTo(new Progress("Copying", "", Progress.UNKNOWN, null, 0, Progress.NO_PARENT));
      assertThat(copying.isPercentKnown()).isFalse();
      assertThat(copying.isCompleted()).isFalse();
    }

    @Test
    void isChangedOneValueAtATime() {
      Progress changed =
          copying
              .withActivity("Moving")
              .withStatus("file a")
              .withPercent(30)
              .withRemaining(Duration.ofSeconds(5))
              .withId(2)
              .partOf(copying);

      assertThat(changed)
          .isEqualTo(new Progress("Moving", "file a", 30, Duration.ofSeconds(5), 2, 0));
      assertThat(changed.withRemaining(null).remaining()).isNull();
    }

    @Test
    void isTheLastOfItsActivityWithAHundredPercent() {
      assertThat(copying.withPercent(99).isCompleted()).isFalse();
      assertThat(copying.withPercent(100).isCompleted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "0, 10, 0",
      "3, 10, 30",
      "2, 3, 66",
      "999, 1000, 99",
      "10, 10, 100",
      "4611686018427387904, 9223372036854775807, 50",
      "9223372036854775806, 9223372036854775807, 99",
      "9223372036854775807, 9223372036854775807, 100"
    })
    void counts(long done, long total, int percent) {
      Progress counted = copying.withCount(done, total);

      assertThat(counted.percent()).isEqualTo(percent);
      assertThat(counted.status()).isEqualTo(done + " of " + total);
    }
  }

  @Nested
  class WhatMakesNoSense {

    @Test
    void isRefusedAndSaysWhatWouldBeRight() {
      assertRefused(() -> Progress.of(" "), "activity: it is blank; say what is going on");
      assertRefused(
          () -> copying.withPercent(101), "percent: 101 is neither from 0 to 100 nor UNKNOWN (-1)");
      assertRefused(
          () -> copying.withPercent(-2), "percent: -2 is neither from 0 to 100 nor UNKNOWN (-1)");
      assertRefused(
          () -> copying.withRemaining(Duration.ofSeconds(-1)),
          "remaining: PT-1S is negative; give zero or more, or null if it is unknown");
      assertRefused(() -> copying.withId(-1), "id: -1 is negative; give 0 or more");
      assertRefused(
          () -> new Progress("a", "", 0, null, 0, -2),
          "parent: -2 is neither an id from 0 nor NO_PARENT (-1)");
      assertRefused(
          () -> copying.partOf(copying),
          "parent: activity 0 cannot be a part of itself; give it an id of its own");
      assertRefused(() -> copying.bar(19), "bar: a width of 19 is too narrow; give 20 or more");
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "11, 10", "0, 0"})
    void isRefusedInACountToo(long done, long total) {
      assertRefused(
          () -> copying.withCount(done, total),
          "withCount: "
              + done
              + " of "
              + total
              + "; give a total from 1, and from 0 to it as done");
    }
  }

  @Nested
  class ABar {
    private final Progress half =
        copying.withCount(3, 10).withPercent(50).withRemaining(Duration.ofSeconds(12));

    @Test
    void showsAllThatIsKnown() {
      assertThat(half.bar(50)).isEqualTo("Copying [#####.....] 50 %  3 of 10, 0:12 left");
    }

    @ParameterizedTest
    @CsvSource({
      "0, Copying [..........] 0 %",
      "9, Copying [..........] 9 %",
      "99, Copying [#########.] 99 %",
      "100, Copying [##########] 100 %"
    })
    void isFullWhenAllIsDoneAndNotBefore(int percent, String line) {
      assertThat(copying.withPercent(percent).bar(50)).isEqualTo(line);
    }

    @Test
    void hasDotsInItsPlaceWhileThePercentageIsUnknown() {
      assertThat(copying.bar(50)).isEqualTo("Copying ...");
      assertThat(copying.withStatus("counting").bar(50)).isEqualTo("Copying ...  counting");
    }

    @ParameterizedTest
    @CsvSource({
      "0, 0:00",
      "1, 0:01",
      "1000, 0:01",
      "59001, 1:00",
      "3599000, 59:59",
      "3600000, 1:00:00",
      "360000000, 100:00:00"
    })
    void showsTheTimeAsAClock(long millis, String clock) {
      assertThat(copying.withRemaining(Duration.ofMillis(millis)).bar(50))
          .isEqualTo("Copying ...  " + clock + " left");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 25, 30, 40, 60, 80, 200, 1_000})
    void isNeverLongerThanItsWidth(int width) {
      Progress wordy = half.withActivity("Copying ".repeat(50)).withStatus("of files ".repeat(50));

      for (int percent : new int[] {Progress.UNKNOWN, 0, 7, 50, 100}) {
        assertThat(wordy.withPercent(percent).bar(width)).hasSizeLessThanOrEqualTo(width);
        assertThat(half.withPercent(percent).bar(width)).hasSizeLessThanOrEqualTo(width);
      }
    }

    @Test
    void shortensTextsThatAreTooLong() {
      assertThat(half.withActivity("Copying everything from here to there").bar(50))
          .isEqualTo("Copying everything... [#####.....] 50 %  0:12 left");
      assertThat(half.withStatus("one of the files that are so many").bar(50))
          .isEqualTo("Copying [#####.....] 50 %  one of th..., 0:12 left");
      assertThat(half.withStatus("one of the files").bar(38))
          .isEqualTo("Copying [###....] 50 %  0:12 left");
      assertThat(half.bar(20)).isEqualTo("Copying [##..] 50 %");
    }

    @Test
    void cutsNoCharacterInTwo() {
      String line = copying.withStatus("\uD83D\uDE00".repeat(40)).bar(50);

      assertThat(line.codePoints().filter(point -> Character.getType(point) == Character.SURROGATE))
          .isEmpty();
      assertThat(line).endsWith("...");
    }

    @Test
    void showsNoControlCharacters() {
      String status = "a\nb\tc\u001B[31md\u202Ee\u2028f\uD83Dg\u0000";

      assertThat(copying.withStatus(status).bar(50)).isEqualTo("Copying ...  a?b?c?[31md?e?f?g?");
    }

    @Test
    void showsLettersOfAnyLanguage() {
      assertThat(Progress.of("Kopiëre für ü — 複製").bar(50)).isEqualTo("Kopiëre für ü — 複製 ...");
    }
  }
}
