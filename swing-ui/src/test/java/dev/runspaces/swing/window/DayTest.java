package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SpinnerDateModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is the same one in a window and in its model, however long ago it was. */
@Timeout(60)
class DayTest {
  private static final String SPINNER = "<DateSpinner name='d' value='{state.day}'/>";

  private final TimeZone zone = TimeZone.getDefault();
  private final Runspace runspace = Runspaces.open("gui");
  private final SharedState state = new SharedState();

  @AfterEach
  void close() {
    runspace.close();
    TimeZone.setDefault(zone);
  }

  private LayoutWindow open(String content) throws InterruptedException {
    return Layouts.standard()
        .fromText("test.xml", "<Window>" + content + "</Window>")
        .model("state", state)
        .openOffscreen(runspace);
  }

  private static JFormattedTextField editor(LayoutWindow window) {
    JSpinner spinner = window.find("d", JSpinner.class);
    return ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField();
  }

  private static String shown(LayoutWindow window) throws InterruptedException {
    return Edt.call(() -> editor(window).getText());
  }

  private void awaitDay(String day) {
    await()
        .untilAsserted(
            () -> assertThat(state.snapshot()).containsEntry("day", LocalDate.parse(day)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "1400-02-28", "1582-10-10", "9999-12-31"})
  void isShownAsTheLayoutHasIt(String day) throws InterruptedException {
    assertThat(shown(open("<DateSpinner name='d' value='" + day + "'/>"))).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31", "+10000-01-01"})
  void isRefusedInALayoutWhereNoSpinnerCanShowIt(String day) {
    assertThatThrownBy(() -> open("<DateSpinner name='d' value='" + day + "'/>"))
        .hasMessageContaining("is not a date like 2026-01-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "1400-02-28", "1582-10-10", "1850-01-01", "9999-12-31"})
  void isShownAsTheModelHasIt(String day) throws InterruptedException {
    state.put("day", LocalDate.parse(day));
    assertThat(shown(open(SPINNER))).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Kolkata"})
  void isShownAsTheModelHasItInEachZone(String name) throws InterruptedException {
    TimeZone.setDefault(TimeZone.getTimeZone(name));
    state.put("day", LocalDate.parse("1850-01-01"));
    assertThat(shown(open(SPINNER))).isEqualTo("1850-01-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1400-05-05", "1582-10-10"})
  void isWrittenAsItIsTyped(String day) throws InterruptedException {
    LayoutWindow window = open(SPINNER);
    Edt.call(
        () -> {
          editor(window).setText(day);
          editor(window).commitEdit();
          return true;
        });
    awaitDay(day);
  }

  @Test
  void isCountedInMonthsAsTheyAreShown() throws InterruptedException {
    state.put("day", LocalDate.parse("1500-01-31"));
    LayoutWindow window = open(SPINNER);
    Edt.run(
        () -> {
          JSpinner spinner = window.find("d", JSpinner.class);
          ((SpinnerDateModel) spinner.getModel()).setCalendarField(Calendar.MONTH);
          spinner.setValue(spinner.getNextValue());
        });
    awaitDay("1500-02-28");
  }

  @Test
  void thatWasNoneIsRefusedByAFormattedField() {
    assertThatThrownBy(
            () -> open("<FormattedTextField dateFormat='yyyy-MM-dd' text='1500-02-29'/>"))
        .as("1500 was no leap year")
        .isInstanceOf(LayoutException.class)
        .hasMessageContaining("is not of the form dateFormat=\"yyyy-MM-dd\"");
  }

  @Test
  void beforeTheFirstYearIsToldOf() throws InterruptedException {
    List<Throwable> errors = new CopyOnWriteArrayList<>();
    runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
    state.put("day", LocalDate.parse("2026-01-31"));
    LayoutWindow window = open(SPINNER);
    state.put("day", LocalDate.of(-43, 3, 15));

    await().until(() -> !errors.isEmpty());
    assertThat(errors.get(0))
        .hasMessage(
            "test.xml:1:38: {state.day} cannot be shown:"
                + " -0043-03-15 is not in the years from 1 to 9999");
    assertThat(shown(window)).isEqualTo("2026-01-31");
  }
}
