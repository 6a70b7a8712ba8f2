package dev.runspaces.swing.component;

import java.util.List;
import java.util.Random;

/** What attackers, and people who have misunderstood something, write into attributes. */
final class HostileValues {
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "/>",
          "</",
          "=",
          "\"",
          "'",
          "&",
          ";",
          "&#0;",
          "&#x202E;",
          "&#xD800;",
          "&lol;",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
          "<?xml-stylesheet href='http://127.0.0.1/'?>",
          "xmlns:x='urn:x'",
          "x:",
          "\u0000",
          "\uFFFE",
          "\uD800",
          "\uFEFF",
          "\u202E",
          "\n",
          "\r",
          "\t",
          "\u00e9");

  private static final List<String> WORDS =
      List.of(
          "grow",
          "growx",
          "push",
          "span",
          "spanx 3",
          "span 2 2",
          "wrap",
          "wrap 5",
          "skip",
          "skip 3",
          "cell 0 0",
          "cell 1 2 3 4",
          "split",
          "split 4",
          "dock north",
          "north",
          "gap 5",
          "gapx 1cm",
          "w 10:20:30",
          "h 50%",
          "width 100lp!",
          "pos 0 0",
          "pos a.x b.y",
          "id a",
          "x 5",
          "y2 5",
          "sg a",
          "sizegroup b",
          "align center",
          "ax 50%",
          "hidemode 3",
          "pad 1 2 3 4",
          "external",
          "tag ok",
          "baseline",
          "shrink 200",
          "newline",
          "newline 10px",
          "aligny top",
          "gapleft push",
          "endgroupx e",
          "growprio 200",
          "shrinkprio 50",
          "cell 199 199",
          "x visual.x2-50",
          "skip 199",
          "pos (a.x+b.x)/2 50%",
          "w 10000cm",
          "h ::10000",
          "gap push",
          "spany",
          "span 30000");

  private static final List<String> GRIDS =
      List.of(
          "flowy",
          "rtl",
          "debug",
          "debug 10",
          "nogrid",
          "fill",
          "fillx",
          "insets 0",
          "insets dialog",
          "insets 10000 10000 10000 10000",
          "nocache",
          "novisualpadding",
          "wrap",
          "wrap 2",
          "wrap 999",
          "gap 5 5",
          "align center",
          "align 50% 50%",
          "hidemode 3",
          "ttb",
          "w 10:50:100",
          "h 200",
          "gapx 10000in",
          "pack",
          "pack 100 100",
          "packalign 0 1",
          "lc",
          "ltr",
          "width ::10000cm");

  private static final List<String> AXES =
      List.of(
          "[grow]",
          "[]10[fill]",
          "[right][grow,fill]",
          "[100:200:300]",
          "[]push[]",
          "[sg a]",
          "[::10]",
          "[]",
          "push[]push",
          "[grow 10000]",
          "[10000cm]",
          "[min!]",
          "[pref:pref:pref]",
          "[50%]",
          "[]10000[]",
          "[nogrid]",
          "[baseline]",
          "[growprio 1, shrink 0]",
          "[fill]".repeat(200));

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "3",
          "5",
          "10",
          "50",
          "99",
          "100",
          "500",
          "1000",
          "30000",
          "32768",
          "65536",
          "100000",
          "1000000000",
          "2147483647",
          "-2147483648",
          "99999999999999999999",
          "1e9",
          "NaN",
          "Infinity",
          "0x10",
          "0.5",
          "1.5",
          "-0.0",
          "\u0661\u0662",
          "1 2 3 4",
          "4 8 4 8",
          "640x480",
          "10000x10000",
          "5 5",
          "1;2;3",
          "0.000001",
          "10%",
          "50%",
          "12pt",
          "3cm",
          "20lp",
          "5sp");

  private final List<String> texts;

  HostileValues(String address) {
    texts =
        List.of(
            "",
            " ",
            "Save",
            "&Save",
            "&&",
            "&",
            "true",
            "false",
            "TRUE",
            "yes",
            "null",
            "left",
            "center",
            "ctrl S",
            "shift F10",
            "#fff",
            "#1e90ff",
            "#11223344",
            "red",
            "hand",
            "<html><img src='" + address + "a.png'>",
            "<HTML><b>x",
            "&<html>",
            address + "x.xml",
            "file:///etc/passwd",
            "jar:" + address + "x.jar!/y",
            "//127.0.0.1/x",
            "/etc/passwd",
            "../../x.xml",
            "..\\x",
            "C:\\x",
            "\\\\127.0.0.1\\x",
            "%key",
            "%",
            "%%",
            "%../x",
            "${jndi:ldap://127.0.0.1/a}",
            "#{1+1}",
            "${1+1}",
            "{customer.name}",
            "{",
            "{}",
            "{a..b}",
            "#save",
            "#",
            "#getClass",
            "#notifyAll",
            "#save()",
            "java.lang.Runtime",
            "class:java.io.File",
            "javax.swing.JButton",
            "__proto__",
            "constructor",
            "hashCode",
            "h1",
            "h1 small",
            "style: x",
            "font: +10; foreground: #f00",
            "arc: 999999999",
            "background: lighten(@x,5%)",
            "ErrorsOccurred",
            "RunspaceExiting",
            "ok",
            "\u202Egnp.exe",
            "\u0000",
            "\t",
            "\n",
            "\uD83D\uDE00",
            "e\u0301\u0301\u0301\u0301",
            "a,b,c",
            "Dialog-BOLD-12",
            "Serif bold 10000",
            "2026-01-31",
            "500ms",
            "1h",
            "PT1S",
            "icon.svg",
            "icon.png",
            "bold",
            "italic +200",
            "-9 Monospaced",
            "$h2.font",
            "arc: 999; background: #eef; focusWidth: 50",
            "margin: 100,100,100,100; iconTextGap: 999",
            "rowHeight: 0; tabHeight: 9999; thumbSize: 500,500",
            "JTextField.showClearButton: true; JTextField.padding: 9",
            "JComponent.outline: error; JComponent.minimumWidth: 10000",
            "JTabbedPane.tabType: card; JTabbedPane.tabWidthMode: compact",
            "a".repeat(5_000),
            "<".repeat(300),
            "W ".repeat(2_000),
            "\n".repeat(1_000));
  }

  /** Any value. */
  String any(Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> one(random, NUMBERS);
      case 4 -> one(random, WORDS);
      default -> one(random, texts);
    };
  }

  /** What could be a constraint, or nearly. */
  String constraint(Random random, String attribute) {
    boolean isAxis = attribute.equals("columns") || attribute.equals("rows");
    List<String> words = isAxis ? AXES : attribute.equals("layout") ? GRIDS : WORDS;
    var constraint = new StringBuilder();
    for (int count = random.nextInt(4); count >= 0; count--) {
      String word = one(random, random.nextInt(1_000) > 0 ? words : WORDS);
      constraint.append(constraint.isEmpty() || isAxis ? "" : ", ").append(word);
      if (random.nextInt(100) < 2) {
        constraint.append(' ').append(one(random, NUMBERS));
      }
    }
    return constraint.toString();
  }

  /** Something to put where it does not belong. */
  String piece(Random random) {
    return one(random, PIECES);
  }

  private static String one(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
