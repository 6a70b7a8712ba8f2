package dev.runspaces.swing.window;

import dev.runspaces.InvalidRunspaceStateException;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.component.ViewRoot;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.edt.EdtViolationDetector;
import dev.runspaces.thread.WaitTimeoutException;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A window that was opened from a layout. It belongs to a runspace: its events are raised there,
 * and it is closed with it. Closed by its button, by {@link #close}, by its runspace or by the
 * JVM's end, it ends in the same way: the {@code onClosed} event is raised, then {@link
 * #awaitClosed} returns.
 *
 * <p>The methods may be called on any thread; the components that they give out may be used on the
 * EDT only, see {@link Edt}.
 */
public final class LayoutWindow implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.swing");

  /** How long closing waits for the EDT, which may be stuck, or gone at the JVM's end. */
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final ComponentTree tree;
  private final Runspace runspace;
  private final EventOutlet outlet;
  private final WindowHost host;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /** Closed before {@link #closed} is done: who has waited for that finds all of them closed. */
  private final Belongings belongings;

  private final Registration ownership;

  /** The EDT, on which windows are made. */
  private final Thread edt = Thread.currentThread();

  /** Set before the closing is told to anybody. */
  private volatile boolean closing;

  private final WindowContent content;

  private LayoutWindow(
      ComponentTree tree,
      WindowContent content,
      EventOutlet outlet,
      WindowHost host,
      Runspace runspace) {
    this.tree = tree;
    this.content = content;
    this.runspace = runspace;
    this.outlet = outlet;
    this.host = host;
    this.belongings = new Belongings(runspace.events()::raiseError);
    this.ownership = owned();
  }

  /** It may have been closed meanwhile, and what it says of resources is not about windows. */
  private Registration owned() {
    try {
      return runspace.own(this);
    } catch (InvalidRunspaceStateException closed) {
      throw new IllegalStateException(
          "open: runspace \""
              + runspace.name()
              + "\" is "
              + closed.state()
              + ", so it can have no window; open the window in one that is OPENED, and close that"
              + " when the window is no longer needed",
          closed);
    }
  }

  /** Builds and shows a window; if that fails, nothing of it is left. On the EDT. */
  static LayoutWindow open(
      Plan plan,
      Wiring wiring,
      @Nullable Controller controller,
      Bindings bindings,
      Runspace runspace,
      Function<ViewRoot, WindowHost> hostFactory) {
    Theme.installDefault();
    EdtViolationDetector.install();
    var outlet = new EventOutlet(runspace, controller);
    ComponentTree tree = plan.build(outlet);
    if (controller != null) {
      controller.inject(tree);
    }
    EdtViolationDetector.watch(tree.root().pane(), runspace.events()::raiseError);
    var content = new WindowContent(runspace, wiring, plan, tree, outlet);
    WindowHost host = hostFactory.apply(tree.root());
    LayoutWindow window = null;
    try {
      window = new LayoutWindow(tree, content, outlet, host, runspace);
      window.own(content.connect(bindings));
      tree.updateNames();
      outlet.begin();
      host.onClosed(window::afterClosing);
      host.show();
      return window;
    } catch (RuntimeException | Error failure) {
      if (window != null) {
        window.closing = true; // what was never open has no closing to tell of
        window.ownership.close();
        window.belongings.close();
      }
      host.dispose();
      outlet.close();
      throw failure;
    }
  }

  /**
   * Returns what a dialog on the screen belongs to; null if this is offscreen. On the EDT.
   *
   * @throws IllegalStateException if it is closed: a dialog would bring it back
   */
  @Nullable Window asOwner() {
    Window window = host.window();
    if (closing || (window != null && !window.isDisplayable())) {
      throw new IllegalStateException(
          "the owner, window \""
              + title()
              + "\", is closed; open the dialog while its owner is open, or without one");
    }
    return window;
  }

  /** {@return the runspace that it belongs to, in which its events are raised} */
  public Runspace runspace() {
    return runspace;
  }

  /** Has a dialog closed with this window, where no desktop does it. On the EDT. */
  void closeWithIt(LayoutWindow dialog) {
    boolean isOffscreen = host.window() == null || dialog.host.window() == null;
    if (dialog.tree.root().kind() == ViewRoot.Kind.DIALOG && isOffscreen) {
      Registration unused = dialog.own(own(dialog));
    }
  }

  /** {@return the title, or ""} */
  public String title() {
    return tree.root().title();
  }

  /** {@return the names of its components, in the order of the layout; immutable} */
  public Set<String> names() {
    return tree.names();
  }

  /**
   * Finds a component by the {@code name} in its layout. WPF's {@code FindName}.
   *
   * @param name the name
   * @param type what it must be
   * @param <C> that type
   * @return the component, to be used on the EDT
   * @throws IllegalArgumentException if there is none, or it is of another type; the message names
   *     the nearest, or all that exist
   */
  public <C> C find(String name, Class<C> type) {
    return tree.find(name, type);
  }

  /**
   * Finds an {@code <Action>} by its {@code name} in the layout.
   *
   * @param name the name
   * @return the action, to be switched on any thread
   * @throws IllegalArgumentException if there is none; the message names those that exist
   */
  public WindowAction action(String name) {
    return new WindowAction(tree.action(name));
  }

  /**
   * Has a component's value checked after each edit. What is wrong is shown as FlatLaf shows
   * errors, by the outline, and told by the tool tip and the accessible description. The validator
   * runs in the window's runspace, in order with its events. It stays with the name: with what a
   * {@code <Repeat>} shows anew under it, until {@link #load} puts something else into the slot
   * that it is in. A second one for the same name takes the place of the first.
   *
   * @param name the name of a text component, combo box, slider, or something to select
   * @param type the type of its value: {@code String}, {@code Boolean} or {@code Integer}
   * @param validator says what is wrong
   * @param <V> that type
   * @throws IllegalArgumentException if there is no such component, or its value is of another type
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   */
  public <V> void validate(String name, Class<V> type, Validator<? super V> validator)
      throws InterruptedException {
    content.validations().add(name, type, validator);
  }

  /**
   * Checks all that is to be validated as it is now, on the calling thread, and marks what is
   * wrong: before something is saved. Until then, or until they are edited, components are not
   * marked. What a model has not taken, because its setter has thrown, is wrong as well, and has
   * been marked since.
   *
   * @return what is wrong, by the names of the components, and what has no name by what it is bound
   *     to, such as {@code {customer.age}}; immutable, empty if all is right
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   */
  public Map<String, String> check() throws InterruptedException {
    return content.validations().check();
  }

  /**
   * Shows a fragment without parameters in a slot: {@link #load(String, Fragment, Map)}.
   *
   * @param slot the name of the slot
   * @param fragment the fragment
   * @throws IllegalArgumentException if there is no such slot; the message names those that exist
   * @throws IllegalStateException if the window is closed
   * @throws dev.runspaces.swing.layout.LayoutException if the fragment has mistakes, or lacks a
   *     parameter, model or controller
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   */
  public void load(String slot, Fragment fragment) throws InterruptedException {
    load(slot, fragment, Map.of());
  }

  /**
   * Shows a fragment in a {@code <Slot>} of this window, in the place of what is there. Everything
   * is read and checked on the calling thread; if something is wrong, the slot keeps what it has.
   * The names in the fragment begin with that of the slot: {@code find("content.street", ...)}. Its
   * events are raised in the window's runspace; bindings and calls of what was there before end.
   *
   * @param slot the name of the slot
   * @param fragment the fragment
   * @param parameters what the fragment is told, by the names of its parameters
   * @throws IllegalArgumentException if there is no such slot; the message names those that exist
   * @throws IllegalStateException if the window is closed
   * @throws dev.runspaces.swing.layout.LayoutException if the fragment has mistakes, or lacks a
   *     parameter, model or controller
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   * @throws java.io.UncheckedIOException if a file that the fragment includes cannot be read
   */
  public void load(String slot, Fragment fragment, Map<String, String> parameters)
      throws InterruptedException {
    content.load(slot, fragment, parameters, new Owner());
  }

  /**
   * Shows one card of an element whose {@code manager} is {@code card}. Swing's {@code
   * CardLayout.show}, but a name that there is not is told. May be called on any thread.
   *
   * @param panel the name of the element
   * @param card what the card calls itself in its {@code cell}
   * @throws IllegalArgumentException if there is no such element or card; the message names those
   *     that exist
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   */
  public void showCard(String panel, String card) throws InterruptedException {
    Edt.call(
        () -> {
          tree.showCard(panel, card);
          return card;
        });
  }

  /** {@return the language of its texts} */
  public Locale locale() {
    return content.locale();
  }

  /**
   * Changes the language: all texts that the layout names by {@code %key} are set anew, and the
   * window goes in the direction in which that language is written. Swing's {@code setLocale} and
   * {@code applyComponentOrientation}. The texts are looked up on the calling thread; if one is not
   * there, nothing changes.
   *
   * @param other the language
   * @throws dev.runspaces.swing.layout.LayoutException if there is no bundle for that language, or
   *     a text is not in it: it names all such
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   */
  public void setLocale(Locale other) throws InterruptedException {
    content.setLocale(other);
  }

  /** {@return whether it is closed} */
  public boolean isClosed() {
    return closed.isDone();
  }

  /**
   * Waits until the window is closed. Inside a runspace its events are delivered meanwhile; on the
   * EDT waiting is refused. WPF's {@code ShowDialog}, but the EDT never waits.
   *
   * @return this window
   * @throws InterruptedException if the calling thread is interrupted while the window is open
   * @throws dev.runspaces.thread.WaitRefusedException if called on the EDT
   */
  public LayoutWindow awaitClosed() throws InterruptedException {
    try {
      Runspaces.await(closed);
    } catch (InterruptedException stopped) {
      if (!closing) {
        throw stopped;
      }
      // Its closing is what stopped us, and is all but done: we have what we waited for.
      Runspaces.await(closed, CLOSE_PATIENCE);
      Thread.currentThread().interrupt();
    }
    return this;
  }

  /**
   * Waits until the window is closed, but not longer than this.
   *
   * @param timeout how long to wait at most, from zero
   * @return whether it was closed in time
   * @throws InterruptedException if the calling thread is interrupted while it waits
   * @throws dev.runspaces.thread.WaitRefusedException if called on the EDT
   */
  public boolean awaitClosed(Duration timeout) throws InterruptedException {
    try {
      Runspaces.await(closed, timeout);
      return true;
    } catch (WaitTimeoutException tooLate) {
      return false;
    }
  }

  /**
   * Hands over something that is to be closed with this window, such as the subscriptions of those
   * who listen to it: {@code window.own(parent.register(listener))}. It is closed on the EDT, after
   * the {@code onClosed} event has been raised; an event that is then still on its way is not heard
   * by a subscription that ends so. What it throws is raised as an error in the window's runspace.
   *
   * @param resource what to close, at once if the window is closed already
   * @return closing it hands the resource back: it is then not closed with the window
   */
  public Registration own(AutoCloseable resource) {
    return belongings.own(resource);
  }

  /**
   * Closes the window, as its close button does, and waits until that is done, five seconds at
   * most. Closing it again does nothing. On the EDT it does not wait.
   */
  @Override
  public void close() {
    Edt.run(host::dispose);
    if (EventQueue.isDispatchThread()) {
      return;
    }
    if (isEndingTheJvm(edt)) {
      // It waits for us, and we must not wait for it; the system takes the window away.
      afterClosing();
    } else {
      awaitDisposed();
    }
  }

  /**
   * Paints the window into a picture.
   *
   * @param scale picture pixels for each of the window's pixels, from 0.1 to 10; 2 gives the sharp
   *     picture of a HiDPI screen
   * @return the picture
   * @throws InterruptedException if the calling thread is interrupted while it waits for the EDT
   */
  public BufferedImage paint(double scale) throws InterruptedException {
    return Edt.call(() -> Painter.paint(host.picture(), scale));
  }

  /** This window, to what it shows. */
  private final class Owner implements WindowContent.Owner {
    @Override
    public void requireOpen() {
      if (closing) {
        throw new IllegalStateException(
            "window \"" + title() + "\" is closed, so nothing can be loaded into it");
      }
    }

    @Override
    public Registration own(AutoCloseable resource) {
      return LayoutWindow.this.own(resource);
    }
  }

  private void awaitDisposed() {
    try {
      if (!awaitClosed(CLOSE_PATIENCE)) {
        LOG.log(Level.WARNING, "window \"{0}\" waits for the EDT to close it", title());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a thread has called {@code System.exit}, as a menu item for quitting may do. */
  private static boolean isEndingTheJvm(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().equals("java.lang.Runtime")
          && frame.getMethodName().equals("exit")) {
        return true;
      }
    }
    return false;
  }

  /** On the EDT, when the window is gone. */
  private void afterClosing() {
    if (!closing) {
      closing = true;
      tree.root().raiseClosed();
      outlet.close();
      belongings.close();
      closed.complete(null);
      // Last: until the event is raised, a runspace that is closing must wait for this window.
      ownership.close();
    }
  }
}
