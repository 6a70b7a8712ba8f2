package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runspaces that nobody has closed when the program ends. */
@Timeout(40)
class RunspaceExitTest {

  @Test
  void aForgottenRunspaceIsClosedAndDoesNotKeepTheJvmAlive() throws Exception {
    OtherJvm.Result result = OtherJvm.run(ForgetfulProgram.class);

    assertThat(result.exitCode()).isZero();
    assertThat(result.lines())
        .containsSubsequence("main ends", "resource of the newer closed")
        .contains("resource of the older closed");
  }

  /** Opens runspaces, gives them something to do, and ends. */
  static final class ForgetfulProgram {
    private ForgetfulProgram() {}

    public static void main(String... arguments) throws Exception {
      for (String name : new String[] {"older", "newer"}) {
        Runspace forgotten = Runspaces.open(name);
        forgotten.own(() -> System.out.println("resource of the " + name + " closed"));
        forgotten.own(
            () -> {
              throw new IllegalStateException("stuck");
            });
        var started = new Gate();
        forgotten.begin(
            Script.action(
                context -> {
                  started.open();
                  new Gate().pass();
                }));
        started.pass();
      }
      System.out.println("main ends");
    }
  }
}
