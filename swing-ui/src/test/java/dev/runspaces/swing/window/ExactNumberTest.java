package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.edt.Edt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFormattedTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The number of a formatted field is the one that was written, to its last digit. */
@Timeout(60)
class ExactNumberTest {
  private final Runspace runspace = Runspaces.open("gui");
  private final SharedState state = new SharedState();

  @AfterEach
  void close() {
    runspace.close();
  }

  private LayoutWindow open(String format, String more) throws InterruptedException {
    return Layouts.standard()
        .locale(Locale.ENGLISH)
        .fromText(
            "test.xml",
            "<Window><FormattedTextField name='f' numberFormat='"
                + format
                + "' "
                + more
                + "/>"
                + "</Window>")
        .model("state", state)
        .openOffscreen(runspace);
  }

  private static JFormattedTextField field(LayoutWindow window) {
    return window.find("f", JFormattedTextField.class);
  }

  private static void enter(LayoutWindow window, String text) throws InterruptedException {
    Edt.call(
        () -> {
          field(window).setText(text);
          field(window).commitEdit();
          return true;
        });
  }

  private void entered(String format, String text) throws InterruptedException {
    LayoutWindow window = open(format, "value='{state.number}'");
    enter(window, text);
  }

  private void awaitNumber(Object number) {
    await().untilAsserted(() -> assertThat(state.snapshot()).containsEntry("number", number));
  }

  @Nested
  class AShare {
    @Test
    void isShownAsTheLayoutSays() throws InterruptedException {
      LayoutWindow window = open("0%", "text='25%'");

      assertThat(Edt.call(() -> field(window).getText())).isEqualTo("25%");
      assertThat(Edt.call(() -> field(window).getValue())).isEqualTo(new BigDecimal("0.25"));
    }

    @Test
    void isADoubleWhereTheModelHasOne() throws InterruptedException {
      state.put("number", 0.1);
      entered("0%", "55%");
      awaitNumber(0.55);
    }

    @Test
    void isADecimalWhereTheModelHasOne() throws InterruptedException {
      state.put("number", new BigDecimal("0.1"));
      entered("0%", "55%");
      awaitNumber(new BigDecimal("0.55"));
    }
  }

  @Nested
  class ALongNumber {
    @Test
    void keepsItsDigits() throws InterruptedException {
      state.put("number", BigDecimal.ONE);
      entered("#,##0.00", "12,345,678,901,234,567.89");
      awaitNumber(new BigDecimal("12345678901234567.89"));
    }

    @Test
    void keepsItsDigitsWhereItIsAWholeOne() throws InterruptedException {
      state.put("number", BigInteger.ONE);
      entered("#,##0", "123,456,789,012,345,678,901");
      awaitNumber(new BigInteger("123456789012345678901"));
    }

    @Test
    void isRefusedWhereToWriteItDownWouldFillTheMemory() throws InterruptedException {
      state.put("number", BigDecimal.ONE);
      LayoutWindow window = open("0.00", "value='{state.number}'");

      assertThatThrownBy(() -> enter(window, "1E999999999"))
          .hasCauseInstanceOf(ParseException.class)
          .hasMessageContaining("has too many digits");
      assertThat(state.snapshot()).containsEntry("number", BigDecimal.ONE);
    }

    @Test
    void ofAModelThatWouldFillTheMemoryIsToldOf() throws InterruptedException {
      List<Throwable> errors = new CopyOnWriteArrayList<>();
      runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
      LayoutWindow window = open("0.00", "value='{state.number}'");
      state.put("number", new BigDecimal("1E999999999"));

      await().until(() -> !errors.isEmpty());
      assertThat(errors.get(0)).hasMessageContaining("cannot be shown: 1E+999999999 has too many");
      assertThat(Edt.call(() -> field(window).getText())).isEmpty();
    }
  }

  @Nested
  class ThatTheModelHasNotHadYet {
    @Test
    void isALongWhereTheFormatHasWholeNumbersOnly() throws InterruptedException {
      entered("0", "8080");
      awaitNumber(8080L);
    }

    @Test
    void isADecimalWhereTheFormatHasDecimals() throws InterruptedException {
      LayoutWindow window = open("0.00", "value='{state.number}'");
      enter(window, "2");
      awaitNumber(new BigDecimal("2"));
      enter(window, "2.50");
      awaitNumber(new BigDecimal("2.5"));
    }
  }
}
