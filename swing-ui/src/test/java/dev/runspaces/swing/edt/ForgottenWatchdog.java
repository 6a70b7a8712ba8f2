package dev.runspaces.swing.edt;

import dev.runspaces.Runspaces;
import java.time.Duration;

/** A program that ends without having closed its watchdog. Run in a JVM of its own. */
final class ForgottenWatchdog {
  private ForgottenWatchdog() {}

  public static void main(String[] args) throws InterruptedException {
    EdtWatchdog.watch(Runspaces.open("forgetful"), Duration.ofMillis(40));
    Edt.call(() -> true);
  }
}
