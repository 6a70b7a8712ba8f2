package dev.runspaces.demo;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs a test class as a build would: a program of its own, which prints how many have passed. */
final class TestsOfPage {
  private TestsOfPage() {}

  public static void main(String[] names) {
    LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(names[0])).build();
    var listener = new SummaryGeneratingListener();
    // The listeners of this project's own build are no part of a reader's.
    var config = LauncherConfig.builder().enableLauncherSessionListenerAutoRegistration(false);
    LauncherFactory.create(config.build()).execute(tests, listener);
    TestExecutionSummary summary = listener.getSummary();
    summary.printFailuresTo(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.out.println(
        summary.getTestsSucceededCount() + " of " + summary.getTestsFoundCount() + " passed");
  }
}
