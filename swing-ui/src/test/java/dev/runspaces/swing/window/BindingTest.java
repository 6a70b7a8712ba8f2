package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.Script;
import dev.runspaces.SharedState;
import dev.runspaces.SharedStateChanged;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import java.awt.Color;
import java.awt.EventQueue;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ParseException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JColorChooser;
import javax.swing.JComboBox;
import javax.swing.JFormattedTextField;
import javax.swing.JList;
import javax.swing.JRadioButton;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A component and a value of a model, kept equal. */
@Timeout(60)
class BindingTest {
  private static final String FIELD = "<TextField name='f' value='{customer.name}'/>";

  private final Runspace runspace = Runspaces.open("gui");

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  /** Gives no listener back. */
  public static final class Stubborn {
    public String getName() {
      return "Stubborn";
    }

    public void addPropertyChangeListener(PropertyChangeListener listener) {}

    @SuppressWarnings("DoNotCallSuggester") // whoever closes a window calls it
    public void removePropertyChangeListener(PropertyChangeListener listener) {
      throw new IllegalStateException("no");
    }
  }

  /** A bean as they are: it tells of its changes, and refuses to be used on the EDT. */
  public static final class Customer {
    private final PropertyChangeSupport listeners = new PropertyChangeSupport(this);
    private final AtomicInteger writes = new AtomicInteger();
    private final List<String> readers = new CopyOnWriteArrayList<>();
    private volatile Runnable whenReadFirst = () -> {};
    private volatile String name = "Ada";
    private volatile boolean active = true;
    private volatile int age = 36;

    public String getName() {
      assertThat(EventQueue.isDispatchThread()).isFalse();
      readers.add(Runspaces.current().map(Runspace::name).orElse("nobody"));
      String now = name;
      Runnable then = whenReadFirst;
      whenReadFirst = () -> {};
      then.run();
      return now;
    }

    void tellOfTheName() {
      listeners.firePropertyChange("name", null, "another");
    }

    /** Makes something else of it, as setters do now and then. */
    public void setName(String to) {
      assertThat(EventQueue.isDispatchThread()).isFalse();
      if (to.equals("bad")) {
        throw new IllegalArgumentException("no such name");
      }
      writes.incrementAndGet();
      String before = name;
      name = to.strip();
      listeners.firePropertyChange("name", before, name);
    }

    public boolean isActive() {
      return active;
    }

    public void setActive(boolean to) {
      active = to;
    }

    public int getAge() {
      return age;
    }

    public void setAge(int to) {
      age = to;
    }

    public long getId() {
      return 1;
    }

    public void addPropertyChangeListener(PropertyChangeListener listener) {
      listeners.addPropertyChangeListener(listener);
    }

    public void removePropertyChangeListener(PropertyChangeListener listener) {
      listeners.removePropertyChangeListener(listener);
    }

    boolean isListenedTo() {
      return listeners.getPropertyChangeListeners().length > 0;
    }
  }

  /** A number and how great it may be. */
  public static final class Volume {
    private final PropertyChangeSupport listeners = new PropertyChangeSupport(this);
    private final AtomicInteger writes = new AtomicInteger();
    private volatile int most = 200;
    private volatile int value = 150;

    public int getMost() {
      return most;
    }

    void setMostTo(int to) {
      most = to;
      listeners.firePropertyChange("most", null, to);
    }

    public int getValue() {
      return value;
    }

    public void setValue(int to) {
      writes.incrementAndGet();
      value = to;
    }

    public void addPropertyChangeListener(PropertyChangeListener listener) {
      listeners.addPropertyChangeListener(listener);
    }

    public void removePropertyChangeListener(PropertyChangeListener listener) {
      listeners.removePropertyChangeListener(listener);
    }
  }

  private final Customer customer = new Customer();

  private static Layout layout(String content) {
    return Layouts.using(ComponentRegistry.standard())
        .fromText("test.xml", "<Window>" + content + "</Window>");
  }

  private static String textOf(LayoutWindow window) throws InterruptedException {
    return Edt.call(() -> window.find("f", JTextField.class).getText());
  }

  private static void type(LayoutWindow window, String text) throws InterruptedException {
    Edt.call(
        () -> {
          window.find("f", JTextField.class).setText(text);
          return true;
        });
  }

  /**
   * Waits until the runspace has done all that was raised until now, and the EDT what came back.
   */
  private void settle() throws InterruptedException {
    Edt.call(() -> true); // which tells of edits when it is done with them
    var done = new CountDownLatch(1);
    var last = runspace.events().on("Last", event -> done.countDown());
    runspace.events().raise("Last");
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    last.close();
    Edt.call(() -> true);
  }

  @Nested
  class ABean {
    @Test
    void isShownAtOnceWhateverTheTypes() throws InterruptedException {
      LayoutWindow window =
          layout(
                  FIELD
                      + "<CheckBox name='c' value='{customer.active}'/>"
                      + "<Slider name='s' value='{customer.age}'/>")
              .model("customer", customer)
              .openOffscreen(runspace);
      assertThat(textOf(window)).isEqualTo("Ada");
      Edt.call(
          () -> {
            assertThat(window.find("c", JCheckBox.class).isSelected()).isTrue();
            assertThat(window.find("s", JSlider.class).getValue()).isEqualTo(36);
            window.find("c", JCheckBox.class).doClick(0);
            window.find("s", JSlider.class).setValue(40);
            return true;
          });
      settle();
      assertThat(customer.isActive()).isFalse();
      assertThat(customer.getAge()).isEqualTo(40);
    }

    @Test
    void isGivenWhatIsTypedAndShowsWhatItMakesOfIt() throws InterruptedException {
      LayoutWindow window = layout(FIELD).model("customer", customer).openOffscreen(runspace);
      type(window, " Grace ");
      settle();
      assertThat(customer.getName()).isEqualTo("Grace");
      assertThat(textOf(window)).isEqualTo("Grace");
    }

    @Test
    void showsWhatCodeChangesAndThatIsNoEdit() throws InterruptedException {
      LayoutWindow window = layout(FIELD).model("customer", customer).openOffscreen(runspace);
      customer.setName("Barbara");
      settle();
      assertThat(textOf(window)).isEqualTo("Barbara");
      settle();
      assertThat(customer.writes).hasValue(1);
    }

    @Test
    void isGivenAWordThatTakesThePlaceOfAnotherAsOneEdit() throws InterruptedException {
      LayoutWindow window = layout(FIELD).model("customer", customer).openOffscreen(runspace);
      Edt.call(
          () -> {
            JTextField field = window.find("f", JTextField.class);
            field.selectAll();
            field.replaceSelection("Grace"); // which removes a text, and then inserts one
            return true;
          });
      settle();
      assertThat(customer.getName()).isEqualTo("Grace");
      assertThat(customer.writes).hasValue(1);
    }

    @Test
    void hasAnEditBeforeTheEventThatComesAfterIt() throws InterruptedException {
      var names = new CopyOnWriteArrayList<String>();
      runspace.events().on("Save", event -> names.add(customer.getName()));
      LayoutWindow window =
          layout(FIELD + "<Button name='b' text='Save' onClick='Save'/>")
              .model("customer", customer)
              .openOffscreen(runspace);
      Edt.call(
          () -> {
            window.find("f", JTextField.class).setText("Grace");
            window.find("b", JButton.class).doClick();
            return true;
          });
      await().until(() -> !names.isEmpty());
      assertThat(names).containsExactly("Grace");
    }

    @Test
    void isReadInTheRunspaceWhoeverHasChangedIt() throws InterruptedException {
      LayoutWindow window = layout(FIELD).model("customer", customer).openOffscreen(runspace);
      customer.readers.clear();
      customer.setName("from a test");
      await().until(() -> textOf(window).equals("from a test"));
      Edt.run(customer::tellOfTheName);
      settle();
      assertThat(customer.readers).hasSizeGreaterThan(1).containsOnly(runspace.name());
    }

    @Test
    void isReadAgainIfItChangesBeforeTheWindowIsThere() throws InterruptedException {
      customer.whenReadFirst = () -> customer.setName("new");
      LayoutWindow window = layout(FIELD).model("customer", customer).openOffscreen(runspace);
      await().until(() -> textOf(window).equals("new"));
    }

    @Test
    void doesNotTakeBackWhatIsTypedWhileItIsSlow() throws InterruptedException {
      LayoutWindow window = layout(FIELD).model("customer", customer).openOffscreen(runspace);
      var holdingOn = new CountDownLatch(1);
      runspace.begin(Script.action(context -> holdingOn.await(30, TimeUnit.SECONDS)));
      type(window, "a");
      type(window, "ab");
      customer.setName("from elsewhere");
      Edt.call(() -> true);
      assertThat(textOf(window)).isEqualTo("ab");
      holdingOn.countDown();
      settle();
      assertThat(textOf(window)).isEqualTo("ab");
      assertThat(customer.getName()).isEqualTo("ab");
    }

    @Test
    void thatRefusesAValueIsAnErrorAndGoesOn() throws InterruptedException {
      List<ErrorOccurred> errors = new CopyOnWriteArrayList<>();
      runspace.events().on(ErrorOccurred.class, errors::add);
      LayoutWindow window = layout(FIELD).model("customer", customer).openOffscreen(runspace);
      type(window, "bad");
      await().until(() -> !errors.isEmpty());
      assertThat(errors.get(0).error()).hasMessage("no such name");
      type(window, "good");
      settle();
      assertThat(customer.getName()).isEqualTo("good");
    }

    @Test
    void isLeftAloneWhenTheWindowIsClosed() throws InterruptedException {
      LayoutWindow window = layout(FIELD).model("customer", customer).openOffscreen(runspace);
      assertThat(customer.isListenedTo()).isTrue();
      type(window, "last");
      window.close();
      assertThat(customer.isListenedTo()).isFalse();
      settle();
      assertThat(customer.getName()).isEqualTo("last");
      assertThat(runspace.events().subscriptions("*")).isEmpty();
    }

    @Test
    void isLeftAloneAlsoWhereOthersKeepTheirListeners() throws InterruptedException {
      List<Throwable> errors = new CopyOnWriteArrayList<>();
      runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
      var first = new Stubborn();
      var second = new Stubborn();
      LayoutWindow window =
          layout("<Label text='{first.name}'/>" + FIELD + "<Label text='{second.name}'/>")
              .model("first", first)
              .model("customer", customer)
              .model("second", second)
              .openOffscreen(runspace);
      window.close();
      settle();
      assertThat(customer.isListenedTo()).isFalse();
      assertThat(errors).hasSize(1);
      assertThat(errors.get(0).getSuppressed()).hasSize(1);
    }
  }

  @Nested
  class ARange {
    private final Volume volume = new Volume();

    private LayoutWindow open() throws InterruptedException {
      return layout("<Slider name='s' value='{volume.value}' maximum='{volume.most}'/>")
          .model("volume", volume)
          .openOffscreen(runspace);
    }

    private static int valueOf(LayoutWindow window) throws InterruptedException {
      return Edt.call(() -> window.find("s", JSlider.class).getValue());
    }

    @Test
    void isThereBeforeTheValueIsShown() throws InterruptedException {
      assertThat(valueOf(open())).isEqualTo(150);
      settle();
      assertThat(volume.writes).hasValue(0);
    }

    @Test
    void thatBecomesNarrowerIsNoEdit() throws InterruptedException {
      LayoutWindow window = open();
      volume.setMostTo(100);
      await().until(() -> valueOf(window) == 100);
      settle();
      assertThat(volume.getValue()).isEqualTo(150);
      volume.setMostTo(300);
      await().until(() -> valueOf(window) == 150);
    }
  }

  @Nested
  class ASpinner {
    private final SharedState state = new SharedState();

    private LayoutWindow open() throws InterruptedException {
      state.put("amount", 3);
      state.put("day", LocalDate.of(2026, 1, 31));
      state.put("size", "M");
      return layout(
              "<Spinner name='amount' value='{state.amount}'/>"
                  + "<DateSpinner name='day' value='{state.day}'/>"
                  + "<ListSpinner name='size' value='{state.size}'>"
                  + "<Item text='S'/><Item text='M'/><Item text='L'/></ListSpinner>")
          .model("state", state)
          .openOffscreen(runspace);
    }

    private static String shown(LayoutWindow window, String name) throws InterruptedException {
      return Edt.call(
          () -> {
            JSpinner spinner = window.find(name, JSpinner.class);
            return ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().getText();
          });
    }

    @Test
    void showsANumberADayOrAText() throws InterruptedException {
      LayoutWindow window = open();
      assertThat(shown(window, "amount")).isEqualTo("3");
      assertThat(shown(window, "day")).isEqualTo("2026-01-31");
      assertThat(shown(window, "size")).isEqualTo("M");
    }

    @Test
    void writesTheNextOneThatIsChosen() throws InterruptedException {
      LayoutWindow window = open();
      Edt.call(
          () -> {
            for (String name : List.of("amount", "day", "size")) {
              JSpinner spinner = window.find(name, JSpinner.class);
              spinner.setValue(spinner.getNextValue());
            }
            return true;
          });
      settle();
      assertThat(state.get("amount", Integer.class)).hasValue(4);
      assertThat(state.get("day", LocalDate.class)).hasValue(LocalDate.of(2026, 2, 1));
      assertThat(state.get("size", String.class)).hasValue("L");
    }

    @Test
    void tellsOfATextThatIsNoneOfItsItemsAndGoesOnShowingOne() throws InterruptedException {
      var errors = new CopyOnWriteArrayList<Throwable>();
      runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
      LayoutWindow window = open();
      state.put("size", "XXL");
      await().until(() -> !errors.isEmpty());
      assertThat(errors.get(0)).hasMessageEndingWith("\"XXL\" is none of its items");
      assertThat(shown(window, "size")).isEqualTo("M");
    }
  }

  /** Amounts, in each of the types that code has them in. */
  public static final class Amounts {
    private volatile double share = 0.1;
    private volatile float weight = 0.25f;
    private volatile BigDecimal price = new BigDecimal("9.90");

    public double getShare() {
      return share;
    }

    public void setShare(double to) {
      share = to;
    }

    public float getWeight() {
      return weight;
    }

    public void setWeight(float to) {
      weight = to;
    }

    public BigDecimal getPrice() {
      return price;
    }

    public void setPrice(BigDecimal to) {
      price = to;
    }
  }

  /** Numbers that may not be there, and one that always is. */
  public static final class Limits {
    private volatile @Nullable Integer most = 5;
    private volatile int least = 1;

    public @Nullable Integer getMost() {
      return most;
    }

    public void setMost(@Nullable Integer to) {
      most = to;
    }

    public int getLeast() {
      return least;
    }

    public void setLeast(int to) {
      least = to;
    }
  }

  @Nested
  class ASpinnerOfDecimals {
    private static String spinner(String name, String path) {
      return "<DecimalSpinner name='" + name + "' stepSize='0.05' value='{" + path + "}'/>";
    }

    private static void next(LayoutWindow window, String... names) throws InterruptedException {
      Edt.call(
          () -> {
            for (String name : names) {
              JSpinner spinner = window.find(name, JSpinner.class);
              spinner.setValue(spinner.getNextValue());
            }
            return true;
          });
    }

    @Test
    void isOfTheTypeThatTheBeanHas() throws InterruptedException {
      Amounts amounts = new Amounts();
      LayoutWindow window =
          layout(
                  spinner("share", "amounts.share")
                      + spinner("weight", "amounts.weight")
                      + spinner("price", "amounts.price"))
              .model("amounts", amounts)
              .openOffscreen(runspace);
      next(window, "share", "weight", "price");
      settle();
      assertThat(amounts.share).isEqualTo(0.15);
      assertThat(amounts.weight).isEqualTo(0.3f);
      assertThat(amounts.price).isEqualTo("9.95");
    }

    @Test
    void isOfTheTypeThatIsThereInASharedState() throws InterruptedException {
      SharedState state = new SharedState();
      state.put("share", 0.1);
      state.put("whole", 1);
      LayoutWindow window =
          layout(
                  spinner("share", "state.share")
                      + spinner("whole", "state.whole")
                      + spinner("free", "state.free"))
              .model("state", state)
              .openOffscreen(runspace);
      next(window, "share", "whole", "free");
      settle();
      assertThat(state.get("share", Object.class)).contains(0.15);
      assertThat(state.get("whole", Object.class)).contains(new BigDecimal("1.05"));
      assertThat(state.get("free", Object.class)).contains(new BigDecimal("0.05"));
    }

    @Test
    void isRefusedWhereDecimalsWouldBeLost() {
      assertThatThrownBy(() -> layout(spinner("age", "customer.age")).model("customer", customer))
          .isInstanceOf(LayoutException.class)
          .extracting(Problems::of)
          .isEqualTo(
              "test.xml:1:59: value=\"{customer.age}\" is of type int, but <DecimalSpinner>"
                  + " shows a double, float or BigDecimal\n  what edits the type int: <Spinner>,"
                  + " <Slider> or <FormattedTextField numberFormat=\"0\">");
    }

    @Test
    @Timeout(30)
    void leavesOutWhatNobodyCouldWriteDown() throws InterruptedException {
      SharedState state = new SharedState();
      state.put("share", 0.1);
      LayoutWindow window =
          layout(spinner("share", "state.share")).model("state", state).openOffscreen(runspace);
      Edt.call(
          () -> {
            JSpinner spinner = window.find("share", JSpinner.class);
            for (String tooLong : List.of("1E99999999", "1E999999999", "1E-999999999")) {
              ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().setText(tooLong);
              spinner.commitEdit();
            }
            return true;
          });
      settle();
      assertThat(state.get("share", Object.class)).contains(0.1);
    }

    @Test
    void tellsOfWhatIsNoNumber() throws InterruptedException {
      SharedState state = new SharedState();
      state.put("share", Double.NaN);
      List<Throwable> errors = new CopyOnWriteArrayList<>();
      runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
      layout(spinner("share", "state.share")).model("state", state).openOffscreen(runspace);
      await().until(() -> !errors.isEmpty());
      assertThat(errors)
          .singleElement()
          .extracting(Throwable::getMessage)
          .asString()
          .endsWith(
              ": {state.share} has the type Double,"
                  + " but value of <DecimalSpinner> takes the type BigDecimal");
    }
  }

  @Nested
  class ASelection {
    private static final String ITEMS = "><Item text='S'/><Item text='M'/><Item text='L'/></List>";

    private final SharedState state = new SharedState();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();

    private LayoutWindow open(String content) throws InterruptedException {
      runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
      return layout(content).model("state", state).openOffscreen(runspace);
    }

    private static void edit(Runnable edit) throws InterruptedException {
      Edt.call(
          () -> {
            edit.run();
            return true;
          });
    }

    private static List<Integer> selected(LayoutWindow window) throws InterruptedException {
      return Edt.call(
          () ->
              IntStream.of(window.find("list", JList.class).getSelectedIndices()).boxed().toList());
    }

    @Test
    void ofAListIsAText() throws InterruptedException {
      state.put("size", "M");
      LayoutWindow window = open("<List name='list' value='{state.size}'" + ITEMS);
      assertThat(selected(window)).containsExactly(1);
      edit(() -> window.find("list", JList.class).setSelectedIndex(2));
      settle();
      assertThat(state.get("size", String.class)).contains("L");
      state.put("size", "");
      settle();
      assertThat(selected(window)).isEmpty();
    }

    @Test
    void ofAListMayBeANumber() throws InterruptedException {
      state.put("size", 1);
      LayoutWindow window = open("<List name='list' selectedIndex='{state.size}'" + ITEMS);
      assertThat(selected(window)).containsExactly(1);
      edit(() -> window.find("list", JList.class).setSelectedIndex(2));
      settle();
      assertThat(state.get("size", Integer.class)).contains(2);
      state.put("size", -1);
      settle();
      assertThat(selected(window)).isEmpty();
    }

    @Test
    void ofAListThatIsNotThereIsToldOfAndNoneIsShown() throws InterruptedException {
      state.put("size", 1);
      state.put("text", "M");
      LayoutWindow window =
          open("<List name='list' selectedIndex='{state.size}' value='{state.text}'" + ITEMS);
      state.put("size", 3);
      settle();
      state.put("text", "XL");
      settle();
      assertThat(selected(window)).isEmpty();
      await().until(() -> errors.size() > 1);
      assertThat(errors)
          .extracting(Throwable::getMessage)
          .containsExactly(
              "test.xml:1:42: {state.size} cannot be shown: it has 3 items, and none at 3",
              "test.xml:1:63: {state.text} cannot be shown: \"XL\" is none of its items");
    }

    @Test
    void ofAListIsOneOnlyWhenTheMouseIsReleased() throws InterruptedException {
      LayoutWindow window = open("<List name='list' value='{state.size}'" + ITEMS);
      edit(
          () -> {
            JList<?> list = window.find("list", JList.class);
            list.setValueIsAdjusting(true);
            list.setSelectedIndex(1);
          });
      settle();
      assertThat(state.get("size", String.class)).isEmpty();
      edit(() -> window.find("list", JList.class).setValueIsAdjusting(false));
      settle();
      assertThat(state.get("size", String.class)).contains("M");
    }

    @Test
    void ofTabsIsANumber() throws InterruptedException {
      state.put("page", 1);
      LayoutWindow window =
          open(
              "<TabbedPane name='tabs' selectedIndex='{state.page}'>"
                  + "<Tab title='a'/><Tab title='b'/></TabbedPane>");
      JTabbedPane tabs = Edt.call(() -> window.find("tabs", JTabbedPane.class));
      assertThat(Edt.call(tabs::getSelectedIndex)).isEqualTo(1);
      edit(() -> tabs.setSelectedIndex(0));
      settle();
      assertThat(state.get("page", Integer.class)).contains(0);
      state.put("page", 2);
      settle();
      assertThat(Edt.call(tabs::getSelectedIndex)).isZero();
      await().until(() -> !errors.isEmpty());
      assertThat(errors.get(0))
          .hasMessage("test.xml:1:48: {state.page} cannot be shown: it has 2 tabs, and none at 2");
    }
  }

  @Nested
  class AFormattedNumber {
    private final Limits limits = new Limits();

    private static String field(String format, String path) {
      return "<FormattedTextField name='f' numberFormat='" + format + "' value='{" + path + "}'/>";
    }

    private static void enter(LayoutWindow window, String text) throws InterruptedException {
      Edt.call(
          () -> {
            JFormattedTextField field = window.find("f", JFormattedTextField.class);
            field.setText(text.replace('.', new DecimalFormatSymbols().getDecimalSeparator()));
            field.commitEdit();
            return true;
          });
    }

    @Test
    void isOfTheTypeThatTheBeanHas() throws InterruptedException {
      Amounts amounts = new Amounts();
      LayoutWindow window =
          layout(field("0.00", "amounts.price")).model("amounts", amounts).openOffscreen(runspace);
      assertThat(textOf(window)).isEqualTo(new DecimalFormat("0.00").format(9.9));
      enter(window, "12.5");
      settle();
      assertThat(amounts.price).isEqualTo("12.5");
    }

    @Test
    void isShownAgainAfterWhatIsNoNumber() throws InterruptedException {
      SharedState state = new SharedState();
      state.put("share", Double.NaN);
      LayoutWindow window =
          layout(field("0.0", "state.share")).model("state", state).openOffscreen(runspace);
      state.put("share", 2.5);
      String shown = new DecimalFormat("0.0").format(2.5);
      await().untilAsserted(() -> assertThat(textOf(window)).isEqualTo(shown));
    }

    @Test
    void isWrittenWhenItIsCommittedAndNotWithEachKey() throws InterruptedException {
      LayoutWindow window =
          layout(field("0", "customer.age")).model("customer", customer).openOffscreen(runspace);
      type(window, "47");
      settle();
      assertThat(customer.getAge()).isEqualTo(36);
      Edt.call(
          () -> {
            window.find("f", JFormattedTextField.class).commitEdit();
            return true;
          });
      settle();
      assertThat(customer.getAge()).isEqualTo(47);
    }

    @Test
    void hasNoDecimalsWhereItsFormatShowsNone() throws InterruptedException {
      LayoutWindow window =
          layout(field("0", "customer.age")).model("customer", customer).openOffscreen(runspace);
      enter(window, "47.9");
      settle();
      assertThat(customer.getAge()).isEqualTo(47);
    }

    @Test
    void thatTheModelHasNoTypeForIsAnError() throws InterruptedException {
      List<Throwable> errors = new CopyOnWriteArrayList<>();
      runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
      LayoutWindow window =
          layout(field("0.0", "customer.age")).model("customer", customer).openOffscreen(runspace);
      enter(window, "2.5");
      await().until(() -> !errors.isEmpty());
      assertThat(errors)
          .singleElement()
          .extracting(Throwable::getMessage)
          .isEqualTo("2.5 is no Integer");
      assertThat(customer.getAge()).isEqualTo(36);
    }

    @Test
    void thatIsEmptiedIsNoneWhereTheBeanMayHaveNone() throws InterruptedException {
      LayoutWindow window =
          layout(field("0", "limits.most")).model("limits", limits).openOffscreen(runspace);
      enter(window, "");
      settle();
      assertThat(limits.most).isNull();
      assertThat(textOf(window)).isEmpty();
      enter(window, "7");
      settle();
      assertThat(limits.most).isEqualTo(7);
    }

    @Test
    void thatIsEmptiedIsNoneWhereOnlyWhatStandsAroundItIsLeft() throws InterruptedException {
      LayoutWindow window =
          layout(field("0 €", "limits.most")).model("limits", limits).openOffscreen(runspace);
      enter(window, " €");
      settle();
      assertThat(limits.most).isNull();
    }

    @Test
    void thatIsEmptiedIsNoKeyOfASharedStateAnyMoreAndComesBackAsWhatItWas()
        throws InterruptedException {
      SharedState state = new SharedState();
      state.put("port", 80);
      LayoutWindow window =
          layout(field("0", "state.port")).model("state", state).openOffscreen(runspace);
      enter(window, "");
      settle();
      assertThat(state.snapshot()).isEmpty();
      enter(window, "8080");
      settle();
      assertThat(state.snapshot()).containsEntry("port", 8080);
    }

    @Test
    void thatCannotBeNoneIsNotEmptied() throws InterruptedException {
      LayoutWindow window =
          layout(field("0", "limits.least")).model("limits", limits).openOffscreen(runspace);
      assertThatThrownBy(() -> enter(window, "")).hasCauseInstanceOf(ParseException.class);
      settle();
      assertThat(limits.getLeast()).isEqualTo(1);
      Edt.call(
          () -> {
            window.find("f", JFormattedTextField.class).setValue(null); // as code may
            return true;
          });
      settle();
      assertThat(limits.getLeast()).isEqualTo(1);
      assertThat(textOf(window)).isEqualTo("1");
    }

    @Test
    void thatIsEmptiedLeavesWhatIsTypedNextAlone() throws InterruptedException {
      LayoutWindow window =
          layout(field("0", "limits.most")).model("limits", limits).openOffscreen(runspace);
      enter(window, "");
      type(window, "4");
      settle();
      assertThat(textOf(window)).isEqualTo("4");
    }

    @Test
    void thatIsNoneIsNotChecked() throws InterruptedException {
      LayoutWindow window =
          layout(field("0", "limits.most")).model("limits", limits).openOffscreen(runspace);
      window.validate("f", Number.class, most -> Optional.of("too much"));
      assertThat(window.check()).containsOnlyKeys("f");
      enter(window, "");
      assertThat(window.check()).isEmpty();
    }

    @Test
    void isCheckedAsANumber() throws InterruptedException {
      LayoutWindow window =
          layout(field("0", "customer.age")).model("customer", customer).openOffscreen(runspace);
      window.validate(
          "f",
          Number.class,
          age -> age.intValue() < 18 ? Optional.of("too young") : Optional.empty());
      enter(window, "17");
      assertThat(window.check()).containsEntry("f", "too young");
    }
  }

  @Nested
  class AColorChooser {
    @Test
    void sharesAColor() throws InterruptedException {
      var state = new SharedState();
      state.put("color", Color.RED);
      LayoutWindow window =
          layout("<ColorChooser name='c' value='{state.color}'/>")
              .model("state", state)
              .openOffscreen(runspace);
      Edt.call(
          () -> {
            JColorChooser chooser = window.find("c", JColorChooser.class);
            assertThat(chooser.getColor()).isEqualTo(Color.RED);
            chooser.setColor(Color.BLUE);
            return true;
          });
      settle();
      assertThat(state.get("color", Color.class)).hasValue(Color.BLUE);
    }
  }

  @Nested
  class AComboBox {
    private static final String LOOKS =
        "<ComboBox name='c' value='{state.look}'><Item text='Light'/><Item"
            + " text='Dark'/></ComboBox>";

    private final SharedState state = new SharedState();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();

    private String shown(LayoutWindow window) throws InterruptedException {
      return Edt.call(() -> String.valueOf(window.find("c", JComboBox.class).getSelectedItem()));
    }

    @Test
    void showsNothingWhereTheModelHasNothing() throws InterruptedException {
      assertThat(shown(layout(LOOKS).model("state", state).openOffscreen(runspace)))
          .isEqualTo("null");
    }

    @Test
    void tellsOfAValueThatIsNoneOfItsItems() throws InterruptedException {
      runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
      state.put("look", "Purple");
      LayoutWindow window = layout(LOOKS).model("state", state).openOffscreen(runspace);

      assertThat(shown(window)).isEqualTo("null");
      await().until(() -> !errors.isEmpty());
      assertThat(errors.get(0))
          .hasMessage(
              "test.xml:1:35: {state.look} cannot be shown: \"Purple\" is none of its items");
      state.put("look", "Dark");
      await().until(() -> shown(window).equals("Dark"));
    }
  }

  @Nested
  class ASharedState {
    private final SharedState state = new SharedState();

    @Test
    void isAnEmptyFieldAtFirstAndThenWhatIsTyped() throws InterruptedException {
      LayoutWindow window = layout(FIELD).model("customer", state).openOffscreen(runspace);
      assertThat(textOf(window)).isEmpty();
      type(window, "Ada");
      settle();
      assertThat(state.get("name", String.class)).contains("Ada");
    }

    @Test
    void showsWhatOthersPut() throws InterruptedException {
      LayoutWindow window = layout(FIELD).model("customer", state).openOffscreen(runspace);
      state.put("name", "Grace");
      state.put("other", 5);
      settle();
      assertThat(textOf(window)).isEqualTo("Grace");
      state.remove("name");
      settle();
      assertThat(textOf(window)).isEmpty();
    }

    @Test
    void isSharedByTwoWindows() throws InterruptedException {
      Layout layout = layout(FIELD).model("customer", state);
      LayoutWindow first = layout.openOffscreen(runspace);
      LayoutWindow second = layout.openOffscreen(runspace);
      type(first, "Ada");
      await().until(() -> textOf(second).equals("Ada"));
      first.close();
      type(second, "Grace");
      settle();
      assertThat(state.get("name", String.class)).contains("Grace");
    }

    @Test
    void isFollowedWhileTheScriptThatChangesItGoesOn() throws Exception {
      LayoutWindow window = layout(FIELD).model("customer", state).openOffscreen(runspace);

      String shown =
          runspace.invoke(
              context -> {
                state.put("name", "Grace");
                return Edt.call(() -> window.find("f", JTextField.class).getText());
              });

      assertThat(shown).isEqualTo("Grace");
    }

    @Test
    void isLetGoWithTheWindow() throws InterruptedException {
      LayoutWindow window = layout(FIELD).model("customer", state).openOffscreen(runspace);
      window.close();
      assertThat(window.awaitClosed(Duration.ofSeconds(10))).isTrue();
      var closed = new WeakReference<>(window);
      window = null;

      await()
          .untilAsserted(
              () -> {
                System.gc();
                assertThat(closed.get()).isNull();
              });
      state.put("name", "Grace");
    }

    @Test
    void thatHasAnotherTypeIsAnError() throws InterruptedException {
      List<ErrorOccurred> errors = new CopyOnWriteArrayList<>();
      runspace.events().on(ErrorOccurred.class, errors::add);
      layout(FIELD).model("customer", state).openOffscreen(runspace);
      state.put("name", 5);
      await().until(() -> !errors.isEmpty());
      assertThat(errors.get(0).error())
          .hasMessage(
              "test.xml:1:36: {customer.name} has the type Integer,"
                  + " but value of <TextField> takes the type String");
    }

    @Test
    void ofAnActionAndOfWhatIsEditedGoTogether() throws InterruptedException {
      state.put("dirty", true);
      LayoutWindow window =
          layout(
                  "<Actions><Action name='save' text='Save' enabled='{customer.dirty}'/></Actions>"
                      + "<Button name='b' action='#save'/>"
                      + FIELD)
              .model("customer", state)
              .openOffscreen(runspace);
      runspace.invoke(
          context -> {
            state.put("dirty", false);
            state.put("name", "Grace");
            return true;
          });

      await()
          .untilAsserted(
              () -> {
                assertThat(Edt.call(() -> window.find("b", JButton.class).isEnabled())).isFalse();
                assertThat(Edt.call(() -> window.find("f", JTextField.class).getText()))
                    .isEqualTo("Grace");
              });
    }

    @Test
    void thatIsNoneIsNoNumber() throws InterruptedException {
      state.put("price", 5);
      LayoutWindow window =
          layout(
                  "<FormattedTextField name='f' numberFormat='0.00' value='{customer.price}'/>"
                      + "<Slider name='s' value='{customer.volume}'/>")
              .model("customer", state)
              .openOffscreen(runspace);
      state.remove("price");

      await()
          .untilAsserted(
              () ->
                  assertThat(Edt.call(() -> window.find("f", JTextField.class).getText()))
                      .isEmpty());
    }

    @Test
    void thatIsNoneIsAnErrorWhereThereIsAlwaysAValue() throws InterruptedException {
      List<ErrorOccurred> errors = new CopyOnWriteArrayList<>();
      runspace.events().on(ErrorOccurred.class, errors::add);
      LayoutWindow window =
          layout("<Slider name='s' value='{customer.volume}'/>")
              .model("customer", state)
              .openOffscreen(runspace);
      runspace.invoke(context -> "it begins with what the layout says");
      assertThat(errors).isEmpty();
      state.put("volume", 7);
      await()
          .untilAsserted(
              () ->
                  assertThat(Edt.call(() -> window.find("s", JSlider.class).getValue()))
                      .isEqualTo(7));
      state.remove("volume");

      await().until(() -> !errors.isEmpty());
      assertThat(errors.get(0).error())
          .hasMessageEndingWith("{customer.volume} is null, but <Slider> always has a value");
      assertThat(Edt.call(() -> window.find("s", JSlider.class).getValue())).isEqualTo(7);
    }
  }

  @Nested
  class ButtonsOfAGroup {
    private static final String WAYS =
        """
        <RadioButton name='post' text='By post' group='way' option='post' value='{order.way}'/>
        <RadioButton name='courier' text='By courier' group='way' option='courier' value='{order.way}'/>
        """;

    private final SharedState state = new SharedState();

    private LayoutWindow open() throws InterruptedException {
      return layout(WAYS).model("order", state).openOffscreen(runspace);
    }

    private static String chosen(LayoutWindow window) throws InterruptedException {
      return Edt.call(
          () ->
              Stream.of("post", "courier")
                  .filter(name -> window.find(name, JRadioButton.class).isSelected())
                  .collect(Collectors.joining()));
    }

    @Test
    void showWhatIsChosen() throws InterruptedException {
      state.put("way", "courier");

      assertThat(chosen(open())).isEqualTo("courier");
    }

    @Test
    void writeTheOptionThatIsChosenAndNothingElse() throws InterruptedException {
      state.put("way", "courier");
      var changes = new CopyOnWriteArrayList<Object>();
      LayoutWindow window = open();
      state.announceIn(runspace.events());
      runspace
          .events()
          .on(SharedStateChanged.class, change -> changes.add(String.valueOf(change.after())));
      Edt.call(
          () -> {
            window.find("post", JRadioButton.class).doClick();
            return true;
          });

      await().until(() -> state.get("way", String.class).orElse("").equals("post"));
      settle();
      assertThat(changes).containsExactly("post");
      assertThat(chosen(window)).isEqualTo("post");
    }

    @Test
    void followTheModelAlsoWhereItHasNoneOfThem() throws InterruptedException {
      LayoutWindow window = open();
      assertThat(chosen(window)).isEmpty();
      state.put("way", "post");
      await().until(() -> chosen(window).equals("post"));
      state.put("way", "pigeon");

      await().until(() -> chosen(window).isEmpty());
    }
  }

  @Nested
  class Checks {
    @Test
    void nameEveryPropertyThatIsMissingOrOfAnotherType() {
      Layout layout =
          layout(
              "<TextField value='{customer.nam}'/>\n<TextField value='{customer.id}'/>\n"
                  + "<TextField value='{customer.age}'/>");
      assertThatThrownBy(() -> layout.model("customer", customer))
          .isInstanceOf(LayoutException.class)
          .extracting(Problems::of)
          .isEqualTo(
              """
              test.xml:1:27: Customer has no property for value="{customer.nam}"
                did you mean "{customer.name}"?
              test.xml:2:19: Customer has no way to write value="{customer.id}"
                what is edited is a property with a setter, or a key of a SharedState
                what is only shown is bound to another attribute, such as text of a <Label>
              test.xml:3:19: value="{customer.age}" is of type int, but <TextField> shows a String
                what edits the type int: <Spinner>, <Slider> or <FormattedTextField numberFormat="0">\
              """);
    }

    @Test
    void refuseToOnlyShowWhatUsersEdit() {
      assertThatThrownBy(() -> layout("<CheckBox selected='{customer.active}'/>"))
          .isInstanceOf(LayoutException.class)
          .extracting(Problems::of)
          .isEqualTo(
              """
              test.xml:1:29: selected="{customer.active}" would only be shown, and what is edited would be lost
                write value="{customer.active}" to have it edited\
              """);
    }

    @Test
    void refuseToOpenWithoutTheModel() {
      Layout layout = layout(FIELD).model("custmer", customer);
      assertThatThrownBy(() -> layout.openOffscreen(runspace))
          .isInstanceOf(LayoutException.class)
          .extracting(Problems::of)
          .isEqualTo(
              """
              test.xml:1:36: value="{customer.name}" needs a model
                give it one: layout.model("customer", object).open(...), or fragment.model(...)
                models given: custmer\
              """);
    }
  }
}
