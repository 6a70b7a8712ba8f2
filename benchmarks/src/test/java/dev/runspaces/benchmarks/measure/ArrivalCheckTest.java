package dev.runspaces.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalCheckTest {
  private final ArrivalCheck check = new ArrivalCheck();

  @BeforeEach
  void beginWithTwoSources() {
    check.begin(2, 3);
  }

  @Test
  void allInOrderIsFaultless() throws InterruptedException {
    receive(0, 0, 1, 2);
    receive(1, 0, 1, 2);
    assertThat(check.faults()).isEqualTo(Faults.NONE);
    assertThat(check.await(Duration.ZERO)).isTrue();
  }

  @Test
  void sourcesMayOvertakeEachOther() {
    receive(1, 0);
    receive(0, 0, 1);
    receive(1, 1, 2);
    receive(0, 2);
    assertThat(check.faults()).isEqualTo(Faults.NONE);
  }

  @Test
  void findsTheLost() throws InterruptedException {
    receive(0, 0, 2);
    receive(1, 0, 1);
    assertThat(check.faults()).isEqualTo(new Faults(2, 0, 0));
    assertThat(check.await(Duration.ZERO)).isFalse();
  }

  @Test
  void findsTheDoubled() {
    receive(0, 0, 0, 1, 2, 1);
    receive(1, 0, 1, 2);
    assertThat(check.faults()).isEqualTo(new Faults(0, 2, 0));
  }

  @Test
  void findsTheReordered() {
    receive(0, 0, 2, 1);
    receive(1, 1, 2, 0);
    assertThat(check.faults()).isEqualTo(new Faults(0, 0, 2));
  }

  @Test
  void forgetsWhenItBeginsAnew() {
    receive(0, 2, 2);
    check.begin(1, 1);
    receive(0, 0);
    assertThat(check.faults()).isEqualTo(Faults.NONE);
    assertThat(check.arrived()).isEqualTo(1);
  }

  private void receive(int source, int... sequences) {
    for (int sequence : sequences) {
      check.accept(new Message(source, sequence));
    }
  }
}
