package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.edt.EdtViolationException;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutReader;
import java.awt.Color;
import java.awt.Component;
import java.awt.Cursor;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;
import javax.swing.JSeparator;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlanTest {
  private final RecordingSink sink = new RecordingSink();

  private static Plan plan(String content) {
    return Plan.of(
        LayoutReader.read("test.xml", "<Window>" + content + "</Window>"),
        ComponentRegistry.standard());
  }

  /** Builds a window around the content, and looks at it on the EDT. */
  private void built(String content, Consumer<ComponentTree> check) throws InterruptedException {
    Plan plan = plan(content);
    Edt.call(
        () -> {
          check.accept(plan.build(sink));
          return true;
        });
  }

  @Nested
  class Components {
    @Test
    void aButtonHasItsTextItsMnemonicAndItsToolTip() throws InterruptedException {
      built(
          "<Button name='b' text='Save' mnemonic='S' enabled='false' toolTipText='Keeps it'/>",
          tree -> {
            JButton button = tree.find("b", JButton.class);
            assertThat(button.getText()).isEqualTo("Save");
            assertThat(button.getMnemonic()).isEqualTo('S');
            assertThat(button.isEnabled()).isFalse();
            assertThat(button.getToolTipText()).isEqualTo("Keeps it");
            assertThat(button.getName()).isEqualTo("b");
          });
    }

    @Test
    void anAmpersandInATextMarksItsMnemonic() throws InterruptedException {
      built(
          "<Button name='b' text='Save &amp;As'/><Label name='l' text='&amp;Name'/>",
          tree -> {
            JButton button = tree.find("b", JButton.class);
            assertThat(button.getText()).isEqualTo("Save As");
            assertThat(button.getMnemonic()).isEqualTo(KeyEvent.VK_A);
            assertThat(button.getDisplayedMnemonicIndex()).isEqualTo(5);
            assertThat(tree.find("l", JLabel.class).getDisplayedMnemonic())
                .isEqualTo(KeyEvent.VK_N);
          });
    }

    @Test
    void everyComponentHasColorsACursorAStyleClassAndWhatAScreenReaderSays()
        throws InterruptedException {
      built(
          "<Label name='l' foreground='#f00' background='#00ff00' opaque='true' focusable='false'"
              + " cursor='hand' styleClass='h1' accessibleName='Total'"
              + " accessibleDescription='The sum of all rows'/>",
          tree -> {
            JLabel label = tree.find("l", JLabel.class);
            assertThat(label.getForeground()).isEqualTo(Color.RED);
            assertThat(label.getBackground()).isEqualTo(Color.GREEN);
            assertThat(label.isOpaque()).isTrue();
            assertThat(label.isFocusable()).isFalse();
            assertThat(label.getCursor().getType()).isEqualTo(Cursor.HAND_CURSOR);
            assertThat(label.getClientProperty("FlatLaf.styleClass")).isEqualTo("h1");
            assertThat(label.getAccessibleContext().getAccessibleName()).isEqualTo("Total");
            assertThat(label.getAccessibleContext().getAccessibleDescription())
                .isEqualTo("The sum of all rows");
          });
    }

    @Test
    void aLabelIsAlignedByWord() throws InterruptedException {
      built(
          "<Label name='l' text='Name' horizontalAlignment='trailing'/>",
          tree ->
              assertThat(tree.find("l", JLabel.class).getHorizontalAlignment())
                  .isEqualTo(SwingConstants.TRAILING));
    }

    @Test
    void textComponentsHaveColumnsRowsAndWrapping() throws InterruptedException {
      built(
          "<TextField name='f' columns='20' text='abc' editable='false'/>"
              + "<PasswordField name='p' columns='9'/>"
              + "<ScrollPane><TextArea name='a' rows='3' columns='7' lineWrap='true'"
              + " wrapStyleWord='true' text='x'/></ScrollPane>",
          tree -> {
            JTextField field = tree.find("f", JTextField.class);
            assertThat(field.getColumns()).isEqualTo(20);
            assertThat(field.getText()).isEqualTo("abc");
            assertThat(field.isEditable()).isFalse();
            assertThat(tree.find("p", JPasswordField.class).getColumns()).isEqualTo(9);
            JTextArea area = tree.find("a", JTextArea.class);
            assertThat(area.getRows()).isEqualTo(3);
            assertThat(area.getLineWrap()).isTrue();
            assertThat(area.getWrapStyleWord()).isTrue();
            assertThat(area.getParent().getParent()).isInstanceOf(JScrollPane.class);
          });
    }

    @Test
    void radioButtonsOfOneGroupExcludeEachOther() throws InterruptedException {
      built(
          "<RadioButton name='a' group='size' selected='true'/>"
              + "<RadioButton name='b' group='size'/>"
              + "<RadioButton name='c' group='other' selected='true'/>",
          tree -> {
            tree.find("b", JRadioButton.class).doClick(0);
            assertThat(tree.find("a", JRadioButton.class).isSelected()).isFalse();
            assertThat(tree.find("b", JRadioButton.class).isSelected()).isTrue();
            assertThat(tree.find("c", JRadioButton.class).isSelected()).isTrue();
          });
    }

    @Test
    void aComboBoxHasItsItemsAndTheSelectedOne() throws InterruptedException {
      built(
          "<ComboBox name='c'><Item text='Red'/><Item text='Blue' selected='true'/></ComboBox>",
          tree -> {
            JComboBox<?> combo = tree.find("c", JComboBox.class);
            assertThat(combo.getItemCount()).isEqualTo(2);
            assertThat(combo.getSelectedItem()).isEqualTo("Blue");
          });
    }

    @Test
    void aProgressBarTakesItsRangeBeforeItsValueWhateverTheOrderInTheFile()
        throws InterruptedException {
      built(
          "<ProgressBar name='p' value='700' maximum='1000' stringPainted='true'/>"
              + "<Separator name='s' orientation='vertical'/>",
          tree -> {
            assertThat(tree.find("p", JProgressBar.class).getValue()).isEqualTo(700);
            assertThat(tree.find("s", JSeparator.class).getOrientation())
                .isEqualTo(SwingConstants.VERTICAL);
          });
    }

    @Test
    void dataThatLooksLikeHtmlStaysText() throws InterruptedException {
      built(
          "<Label name='l'/>",
          tree -> {
            JLabel label = tree.find("l", JLabel.class);
            label.setText("<html><img src=http://127.0.0.1/x>");
            assertThat(label.getClientProperty("html")).isNull();
          });
    }

    @Test
    void theOrientationIsThatOfTheLocale() throws InterruptedException {
      Locale before = JComponent.getDefaultLocale();
      JComponent.setDefaultLocale(Locale.forLanguageTag("ar"));
      try {
        built(
            "<Label name='l' text='x'/>",
            tree ->
                assertThat(tree.find("l", JLabel.class).getComponentOrientation().isLeftToRight())
                    .isFalse());
      } finally {
        JComponent.setDefaultLocale(before);
      }
    }

    @Test
    void aPlanIsBuiltAsOftenAsWanted() throws InterruptedException {
      Plan plan = plan("<Button name='b'/>");
      JButton first = Edt.call(() -> plan.build(sink).find("b", JButton.class));
      JButton second = Edt.call(() -> plan.build(sink).find("b", JButton.class));
      assertThat(first).isNotSameAs(second);
    }

    @Test
    void buildingOffTheEdtIsRefusedWithTheWayThere() {
      Plan plan = plan("<Button/>");
      assertThatThrownBy(() -> plan.build(sink))
          .isInstanceOf(EdtViolationException.class)
          .hasMessageContaining("Plan.build was called on thread")
          .hasMessageContaining("wrap it in Edt.call(...)");
    }
  }

  @Nested
  class Layout {
    @Test
    void migLayoutPlacesTheChildrenOfAPanel() throws InterruptedException {
      built(
          "<Panel name='p' layout='insets 0, wrap 2' columns='[][grow]'>"
              + "<Label name='l' text='Name'/><TextField name='f' cell='growx'/></Panel>",
          tree -> {
            JPanel panel = tree.find("p", JPanel.class);
            assertThat(panel.getLayout()).isInstanceOf(MigLayout.class);
            panel.setSize(500, 100);
            panel.doLayout();
            Component label = tree.find("l", JLabel.class);
            Component field = tree.find("f", JTextField.class);
            assertThat(field.getX()).isGreaterThan(label.getX() + label.getWidth() - 1);
            assertThat(field.getX() + field.getWidth()).isEqualTo(500);
          });
    }
  }

  @Nested
  class Events {
    @Test
    void aClickTellsNameAndText() throws InterruptedException {
      built(
          "<Button name='b' text='Save' onClick='Saved'/>",
          tree -> tree.find("b", JButton.class).doClick(0));
      assertThat(sink.raised()).containsExactly("Saved: Clicked[component=b, text=Save]");
    }

    @Test
    void editsEnterTogglesAndChoicesTellWhatMatters() throws InterruptedException {
      built(
          "<TextField name='f' onChange='Edit' onEnter='Enter'/>"
              + "<CheckBox name='c' onChange='Check'/>"
              + "<ComboBox name='m' onChange='Choose'><Item text='A'/><Item text='B'/></ComboBox>",
          tree -> {
            JTextField field = tree.find("f", JTextField.class);
            field.setText("hi");
            field.postActionEvent();
            tree.find("c", JCheckBox.class).doClick(0);
            tree.find("m", JComboBox.class).setSelectedIndex(1);
          });
      assertThat(sink.raised())
          .containsExactly(
              "Edit: Edited[component=f, text=hi]",
              "Enter: Entered[component=f, text=hi]",
              "Check: Toggled[component=c, selected=true]",
              "Choose: Chosen[component=m, index=1, item=B]");
    }

    @Test
    void whatIsTypedIntoAComboBoxIsToldOnce() throws InterruptedException {
      built(
          "<ComboBox name='m' editable='true' onChange='Choose'><Item text='A'/></ComboBox>",
          tree -> {
            JComboBox<?> combo = tree.find("m", JComboBox.class);
            JTextField editor = (JTextField) combo.getEditor().getEditorComponent();
            editor.setText("Typed");
            editor.postActionEvent();
          });
      assertThat(sink.raised())
          .containsExactly("Choose: Chosen[component=m, index=-1, item=Typed]");
    }

    @Test
    void aPasswordIsNotTold() throws InterruptedException {
      built(
          "<PasswordField name='p' onEnter='Enter'/>",
          tree -> {
            JPasswordField field = tree.find("p", JPasswordField.class);
            field.setText("secret");
            field.postActionEvent();
          });
      assertThat(sink.raised()).containsExactly("Enter: Entered[component=p, text=]");
    }

    @Test
    void settingUpRaisesNothing() throws InterruptedException {
      built(
          "<TextField text='x' onChange='Edit'/><CheckBox selected='true' onChange='Check'/>"
              + "<ComboBox onChange='Choose'><Item text='A'/><Item selected='true'/></ComboBox>",
          tree -> {});
      assertThat(sink.raised()).isEmpty();
    }
  }

  @Nested
  class Names {
    @Test
    void aNameThatDoesNotExistIsAnsweredWithTheNearest() throws InterruptedException {
      built(
          "<Button name='Save'/><Button name='Cancel'/>",
          tree ->
              assertThatThrownBy(() -> tree.find("Svae", JButton.class))
                  .hasMessage("no component is named \"Svae\"; did you mean Save?"));
    }

    @Test
    void whereNothingIsNearAllNamesAreListed() throws InterruptedException {
      built(
          "<Button name='Save'/><Button name='Cancel'/>",
          tree ->
              assertThatThrownBy(() -> tree.find("Address", JButton.class))
                  .hasMessage("no component is named \"Address\"; there are: Save, Cancel"));
    }

    @Test
    void whereNoComponentHasANameThatIsSaid() throws InterruptedException {
      built(
          "<Button/>",
          tree ->
              assertThatThrownBy(() -> tree.find("Save", JButton.class))
                  .hasMessage(
                      "no component is named \"Save\"; no component of this layout has a name"));
    }

    @Test
    void anotherTypeIsAnsweredWithBoth() throws InterruptedException {
      built(
          "<Button name='Save'/>",
          tree ->
              assertThatThrownBy(() -> tree.find("Save", JLabel.class))
                  .hasMessage("component \"Save\" is a JButton, not a JLabel"));
    }
  }

  @Nested
  class Registry {
    /** A component of a program's own. */
    static final class Gauge extends JPanel {
      private static final long serialVersionUID = 1L;
      private int value;

      Gauge() {}

      void setValue(int value) {
        this.value = value;
      }
    }

    private final Tag<Gauge> gauge =
        Tag.of("Gauge", Gauge.class, Gauge::new)
            .property("value", ValueType.integer(0, 100), Gauge::setValue)
            .event(
                "onShown",
                (it, raise) -> raise.accept(new ComponentEvent.Toggled(it.getName(), true)));

    private final ComponentRegistry registry = ComponentRegistry.standard().with(gauge);

    @Test
    void aProgramsOwnTagHasItsAttributesItsEventsAndThoseOfEveryComponent()
        throws InterruptedException {
      Plan plan =
          Plan.of(
              LayoutReader.read(
                  "own.xml",
                  "<Window><Gauge name='g' value='42' onShown='Shown' visible='false'/></Window>"),
              registry);
      Edt.call(
          () -> {
            Gauge built = plan.build(sink).find("g", Gauge.class);
            assertThat(built.value).isEqualTo(42);
            assertThat(built.isVisible()).isFalse();
            return built;
          });
      assertThat(sink.raised()).containsExactly("Shown: Toggled[component=g, selected=true]");
    }

    @Test
    void aChildWithAPlaceOfItsOwnIsNotLaidOutAmongTheOthers() throws InterruptedException {
      Tag<JRootPane> pane =
          Tag.of("Pane", JRootPane.class, JRootPane::new)
              .laidOut(JRootPane::getContentPane)
              .child(JMenuBar.class, JRootPane::setJMenuBar);
      ComponentRegistry withBars =
          registry.with(pane).with(Tag.of("MenuBar", JMenuBar.class, JMenuBar::new));
      Plan plan =
          Plan.of(
              LayoutReader.read(
                  "bar.xml",
                  "<Window><Pane name='p'><MenuBar name='m'/><Label text='a'/><Label text='b'/>"
                      + "</Pane></Window>"),
              withBars);
      Edt.call(
          () -> {
            ComponentTree tree = plan.build(sink);
            JRootPane built = tree.find("p", JRootPane.class);
            assertThat(built.getJMenuBar()).isSameAs(tree.find("m", JMenuBar.class));
            assertThat(built.getContentPane().getComponentCount()).isEqualTo(2);
            return built;
          });
    }

    @Test
    void theStandardRegistryIsNotChangedByIt() {
      assertThat(ComponentRegistry.standard().names()).doesNotContain("Gauge");
      assertThat(registry.names()).contains("Gauge", "Button");
    }

    @Test
    void nothingOutsideTheRegistryIsEverMade() {
      assertThatThrownBy(() -> plan("<javax.swing.JButton/><java.lang.Thread/>"))
          .isInstanceOfSatisfying(
              LayoutException.class, refused -> assertThat(refused.problems()).hasSize(2));
    }

    @Test
    void theStandardTagsAreThese() {
      assertThat(List.copyOf(ComponentRegistry.standard().names()))
          .containsExactly(
              "Action",
              "Actions",
              "Button",
              "CheckBox",
              "CheckBoxMenuItem",
              "ColorChooser",
              "Column",
              "ComboBox",
              "DateSpinner",
              "DecimalSpinner",
              "DesktopPane",
              "Dialog",
              "EditorPane",
              "FileChooser",
              "Fill",
              "FormattedTextField",
              "Fragment",
              "Glue",
              "HorizontalBox",
              "HorizontalStrut",
              "Include",
              "InternalFrame",
              "Item",
              "Label",
              "Layer",
              "LayeredPane",
              "List",
              "ListSpinner",
              "Menu",
              "MenuBar",
              "MenuItem",
              "Node",
              "Panel",
              "Parameter",
              "PasswordField",
              "PopupMenu",
              "ProgressBar",
              "RadioButton",
              "RadioButtonMenuItem",
              "Repeat",
              "RigidArea",
              "ScrollBar",
              "ScrollPane",
              "Separator",
              "Slider",
              "Slot",
              "Spinner",
              "SplitPane",
              "Styles",
              "Tab",
              "TabbedPane",
              "Table",
              "TextArea",
              "TextField",
              "TextPane",
              "ToggleButton",
              "ToolBar",
              "Tree",
              "VerticalBox",
              "VerticalStrut",
              "Window");
    }
  }
}
