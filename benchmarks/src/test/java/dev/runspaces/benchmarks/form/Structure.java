package dev.runspaces.benchmarks.form;

import java.awt.Component;
import java.awt.Container;
import java.awt.LayoutManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JRootPane;
import javax.swing.JTextField;
import net.miginfocom.layout.AC;
import net.miginfocom.layout.CC;
import net.miginfocom.layout.ConstraintParser;
import net.miginfocom.layout.IDEUtil;
import net.miginfocom.layout.LC;
import net.miginfocom.swing.MigLayout;

/**
 * All of a form that can be compared with another: what is shown, and each trait by itself.
 *
 * @param root the classes of a root pane and its content, if there are any
 * @param shown what is shown, whatever class shows it
 * @param panels how what is shown is nested
 * @param layouts the managers of all containers and the constraints of all that they lay out
 */
record Structure(
    List<String> root,
    List<String> shown,
    List<String> panels,
    List<String> layouts,
    List<String> classes,
    List<String> names,
    List<Integer> listeners) {

  /** Returns that of a form. On the EDT. */
  static Structure of(Container form) {
    var structure =
        new Structure(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    if (form instanceof JRootPane pane) {
      structure.root.add(classOf(pane));
      structure.root.add(classOf(pane.getContentPane()));
      structure.add(pane.getContentPane());
    } else {
      structure.add(form);
    }
    return structure;
  }

  /** Returns in which traits it differs from another. */
  Set<Trait> differencesFrom(Structure other) {
    Set<Trait> differences = EnumSet.noneOf(Trait.class);
    note(root, other.root, Trait.ROOT_PANE, differences);
    note(panels, other.panels, Trait.PANELS, differences);
    note(layouts, other.layouts, Trait.LAYOUT, differences);
    note(classes, other.classes, Trait.CLASSES, differences);
    note(names, other.names, Trait.NAMES, differences);
    note(listeners, other.listeners, Trait.LISTENERS, differences);
    return differences;
  }

  private static void note(List<?> own, List<?> others, Trait trait, Set<Trait> differences) {
    if (!own.equals(others)) {
      differences.add(trait);
    }
  }

  private void add(Container container) {
    panels.add("(");
    layouts.add(describe(container.getLayout()));
    for (Component child : container.getComponents()) {
      layouts.add(constraints(container.getLayout(), child));
      if (child instanceof JLabel
          || child instanceof AbstractButton
          || child instanceof JTextField) {
        panels.add("-");
        addLeaf(child);
      } else {
        add((Container) child);
      }
    }
    panels.add(")");
  }

  private void addLeaf(Component leaf) {
    classes.add(classOf(leaf));
    names.add(String.valueOf(leaf.getName()));
    if (leaf instanceof JLabel label) {
      shown.add("label " + label.getText());
      listeners.add(0);
    } else if (leaf instanceof JTextField field) {
      shown.add("field " + field.getText() + " of " + field.getColumns());
      listeners.add(field.getActionListeners().length);
    } else if (leaf instanceof AbstractButton button) {
      String kind = button instanceof JCheckBox ? "check box " : "button ";
      shown.add(kind + button.getText() + (button.isSelected() ? ", selected" : ""));
      listeners.add(button.getActionListeners().length);
    }
  }

  private static String classOf(Component component) {
    return component.getClass().getName();
  }

  /** Constraints may be strings or objects that mean the same: MigLayout itself writes both. */
  private static String describe(LayoutManager manager) {
    if (manager instanceof MigLayout mig) {
      Object whole = mig.getLayoutConstraints();
      Object columns = mig.getColumnConstraints();
      Object rows = mig.getRowConstraints();
      LC lc = whole instanceof LC done ? done : ConstraintParser.parseLayoutConstraint(text(whole));
      AC column =
          columns instanceof AC done
              ? done
              : ConstraintParser.parseColumnConstraints(text(columns));
      AC row = rows instanceof AC done ? done : ConstraintParser.parseRowConstraints(text(rows));
      return String.join(
          " | ",
          manager.getClass().getName(),
          IDEUtil.getConstraintString(lc, false),
          IDEUtil.getConstraintString(column, false, true),
          IDEUtil.getConstraintString(row, false, false));
    }
    return manager == null ? "none" : manager.getClass().getName();
  }

  private static String constraints(LayoutManager manager, Component child) {
    if (manager instanceof MigLayout mig) {
      Object given = mig.getComponentConstraints(child);
      CC cell =
          given instanceof CC done ? done : ConstraintParser.parseComponentConstraint(text(given));
      return IDEUtil.getConstraintString(cell, false);
    }
    return "";
  }

  private static String text(Object constraints) {
    return ConstraintParser.prepare((String) constraints);
  }
}
