package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MnemonicTextTest {
  @Test
  void anAmpersandStandsBeforeTheMnemonic() {
    assertThat(MnemonicText.TYPE.read("Save &As")).contains(new MnemonicText("Save As", 5));
  }

  @Test
  void twoAmpersandsAreOne() {
    assertThat(MnemonicText.TYPE.read("R&&D")).contains(new MnemonicText("R&D", -1));
  }

  @Test
  void anAmpersandBeforeNoLetterIsOne() {
    assertThat(MnemonicText.TYPE.read("Tom & Jerry &"))
        .contains(new MnemonicText("Tom & Jerry &", -1));
  }

  @Test
  void onlyTheFirstIsTheMnemonic() {
    assertThat(MnemonicText.TYPE.read("&A&B")).contains(new MnemonicText("A&B", 0));
  }

  @Test
  void htmlIsOffEvenWhereAnAmpersandHidesIt() {
    assertThat(MnemonicText.TYPE.read("<html>Hello")).isEmpty();
    assertThat(MnemonicText.TYPE.read("<&html>Hello")).isEmpty();
  }
}
