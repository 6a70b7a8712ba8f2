package dev.runspaces.demo;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.window.Handler;
import dev.runspaces.swing.window.Layout;
import dev.runspaces.swing.window.LayoutWindow;
import dev.runspaces.swing.window.Layouts;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import javax.swing.JLabel;
import org.jspecify.annotations.Nullable;

/** A form that shows and changes a bean, and marks what is wrong while it is typed. */
final class CustomerForm implements DemoWindow {
  private final Customer customer;
  private @Nullable LayoutWindow window;

  CustomerForm(Customer customer) {
    this.customer = customer;
  }

  @Override
  public Layout layout() throws IOException {
    return Layouts.standard()
        .texts(CustomerForm::texts)
        .from(CustomerForm.class.getResource("customer.xml"))
        .model("customer", customer)
        .controller(this);
  }

  @Override
  public void furnish(LayoutWindow made) throws InterruptedException {
    window = made;
    made.validate(
        "name",
        String.class,
        name -> name.isBlank() ? Optional.of(text("no.name")) : Optional.empty());
    made.validate(
        "email",
        String.class,
        email ->
            email.matches("[^@\\s]+@[^@\\s]+") ? Optional.empty() : Optional.of(text("no.email")));
  }

  private static ResourceBundle texts(Locale locale) {
    return ResourceBundle.getBundle("dev.runspaces.demo.customer", locale);
  }

  private static String text(String key) {
    return texts(Locale.getDefault()).getString(key);
  }

  @Handler
  void save() throws InterruptedException {
    LayoutWindow open = Objects.requireNonNull(window, "furnish comes before any handler");
    Map<String, String> wrong = open.check();
    String told =
        wrong.isEmpty()
            ? String.format(text("is.saved"), customer.getName())
            : String.join(" ", wrong.values());
    JLabel status = open.find("status", JLabel.class);
    Edt.run(() -> status.setText(told));
  }
}
