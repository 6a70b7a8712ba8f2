package dev.runspaces.benchmarks.form;

import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutReader;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import groovy.swing.SwingBuilder;
import java.awt.Component;
import java.awt.Container;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.httprpc.sierra.UILoader;

/** Who can build a form. What they build is not shown; all of it is done on the EDT. */
public final class Forms {
  /** The one that others are compared with. */
  public static final String HAND = "by hand";

  /** This library, as a program uses it: the plan is kept. */
  public static final String CACHED = "layout, plan kept";

  /** This library, when nothing is kept. */
  public static final String READ = "layout, read each time";

  static final String DECODER = "XMLDecoder";
  static final String SIERRA = "Sierra";
  static final String GROOVY = "Groovy SwingBuilder, compiled before";
  static final String SWIXML = "SwiXML";

  private Forms() {}

  /** Builds a form. */
  @FunctionalInterface
  public interface Form {
    /** Returns its root. On the EDT. */
    Container build() throws Exception;
  }

  /** Returns who builds a form of that size, each ready to do so again and again. */
  public static Map<String, Form> all(int components) throws Exception {
    var all = new LinkedHashMap<String, Form>(ours(components));
    var text = new FormText(components);
    if (components <= 1_000) {
      all.put(DECODER, onEdt(() -> XmlDecoded.of(text)));
      all.put(SIERRA, sierra(text));
      all.put(GROOVY, groovy(text));
      all.put(SWIXML, swixml(text));
    }
    return all;
  }

  /** Returns this library and what it is compared with. */
  public static Map<String, Form> ours(int components) {
    var text = new FormText(components);
    String xml = text.ours();
    Plan plan = plan(xml);
    var all = new LinkedHashMap<String, Form>();
    all.put(HAND, () -> HandWritten.build(text, Forms::sink));
    all.put(CACHED, () -> build(plan));
    all.put(READ, () -> build(plan(xml)));
    return all;
  }

  /**
   * Returns one of those by name, to be the first in its JVM: nothing is prepared but the text,
   * which is there for both, as to put it together is no work of either. What is called first is
   * what need not be done on the EDT.
   */
  public static Callable<Form> first(String contestant, int components) {
    var text = new FormText(components);
    String xml = text.ours();
    return () -> {
      if (contestant.equals(HAND)) {
        return () -> HandWritten.build(text, Forms::sink);
      }
      Plan plan = plan(xml);
      return () -> build(plan);
    };
  }

  private static Plan plan(String xml) {
    return Plan.of(LayoutReader.read("form.xml", xml), ComponentRegistry.standard());
  }

  private static Container build(Plan plan) {
    return plan.build((name, event) -> sink()).root().pane();
  }

  private static void sink() {}

  private static Form sierra(FormText text) throws IOException, ReflectiveOperationException {
    Object owner = SierraResource.ownerOf(text.sierra());
    return () -> UILoader.load(owner, SierraResource.NAME);
  }

  /** One builder for all forms, as a program has one for all of its windows. */
  private static Form groovy(FormText text) {
    Script script = new GroovyShell().parse(text.groovy());
    Runnable sink = Forms::sink;
    var binding = new Binding();
    binding.setVariable("builder", new SwingBuilder());
    binding.setVariable("sink", sink);
    script.setBinding(binding);
    return () -> (Container) script.run();
  }

  private static Form swixml(FormText text) {
    String xml = text.swixml();
    return () -> Swixml.build(xml, Forms::sink);
  }

  /** Returns all components that show something, in their order. */
  public static List<JComponent> leavesOf(Container root) {
    var leaves = new ArrayList<JComponent>();
    collect(root, leaves);
    return leaves;
  }

  private static void collect(Container container, List<JComponent> leaves) {
    for (Component child : container.getComponents()) {
      if (child instanceof JLabel
          || child instanceof AbstractButton
          || child instanceof JTextField) {
        leaves.add((JComponent) child);
      } else if (child instanceof Container inner) {
        collect(inner, leaves);
      }
    }
  }

  /** Runs something on the EDT, and waits for it. */
  public static <T> T onEdt(Callable<T> code) throws Exception {
    return Edt.call(code);
  }
}
