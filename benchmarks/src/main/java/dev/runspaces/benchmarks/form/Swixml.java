package dev.runspaces.benchmarks.form;

import java.awt.Container;
import java.awt.LayoutManager;
import java.awt.event.ActionEvent;
import java.io.StringReader;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.swixml.LayoutConverter;
import org.swixml.LayoutConverterLibrary;
import org.swixml.SwingEngine;
import org.swixml.dom.Attribute;
import org.w3c.dom.Element;

/** SwiXML as its users have it: an engine for each form, with the panel that it fills as client. */
final class Swixml extends SwingEngine<Container> {
  // Held, as a logger that nobody holds forgets its level. It tells of each action that it makes.
  private static final Logger LOGGER = Logger.getLogger("swixml2");

  static {
    LOGGER.setLevel(Level.WARNING);
    LayoutConverterLibrary.getInstance().register(MigLayout.class, new MigConverter());
  }

  /** The constructor with a client asks for JavaScript, which no JDK has had since 15. */
  private Swixml() {}

  static Container build(String xml, Runnable sink) throws Exception {
    var form = new Client(sink);
    new Swixml().insert(new StringReader(xml), form);
    return form;
  }

  /** What is filled. Public, and with a public field, as actions are found by reflection. */
  public static final class Client extends JPanel {
    private static final long serialVersionUID = 1;

    /** What buttons do. */
    public final transient Action save;

    private Client(Runnable sink) {
      this.save =
          new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent click) {
              sink.run();
            }
          };
    }
  }

  /** What it takes to have MigLayout in SwiXML, which has no tag for it, but a place for one. */
  private static final class MigConverter implements LayoutConverter {
    @Override
    public String getID() {
      return "miglayout";
    }

    @Override
    public LayoutManager convertLayoutAttribute(Attribute attribute) {
      return new MigLayout();
    }

    @Override
    public LayoutManager convertLayoutElement(Element element) {
      return new MigLayout(element.getAttribute("constraints"), element.getAttribute("columns"));
    }

    @Override
    public Object convertConstraintsAttribute(Attribute attribute) {
      return attribute.getValue();
    }

    @Override
    public Object convertConstraintsElement(Element element) {
      return element.getAttribute("cell");
    }
  }
}
