package dev.runspaces.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it was measured on. */
final class Machine {
  private static final long GIGABYTE = 1L << 30;

  private Machine() {}

  static String describe() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return String.join(
        ", ",
        processor(),
        system.getAvailableProcessors() + " cores",
        system.getTotalMemorySize() / GIGABYTE + " GB",
        system.getName(),
        "Java " + Runtime.version().feature() + " (" + System.getProperty("java.vm.name") + ")");
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException elsewhere) {
      return System.getProperty("os.arch");
    }
  }
}
