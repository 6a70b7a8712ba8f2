package dev.runspaces.swing.testkit;

import javax.swing.RepaintManager;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/** Fails a test that uses a component off the event dispatch thread, unless its class opts out. */
final class ThreadCheck implements BeforeAllCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    RepaintManager wanted =
        isWanted(context) ? new FailOnThreadViolationRepaintManager() : new RepaintManager();
    store(context).put(RepaintManager.class, replaceBy(wanted));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    RepaintManager previous = store(context).remove(RepaintManager.class, RepaintManager.class);
    if (previous != null) { // beforeAll was reached
      replaceBy(previous);
    }
  }

  private static boolean isWanted(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(
            context.getRequiredTestClass(), GuiTest.class, context.getEnclosingTestClasses())
        .map(GuiTest::checkThreads)
        .orElse(true);
  }

  private static RepaintManager replaceBy(RepaintManager next) {
    return OnEdt.call(
        () -> {
          RepaintManager previous = RepaintManager.currentManager(null);
          RepaintManager.setCurrentManager(next);
          return previous;
        });
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(ThreadCheck.class));
  }
}
