package dev.runspaces.benchmarks.measure;

/** One measurement, and what it is one of. */
public record Sample(
    String work, int size, String contestant, int fork, int round, Measurement measurement) {

  /** Returns it as a line of a file. */
  public String toLine() {
    Faults faults = measurement.faults();
    return String.join(
        ";",
        work,
        Integer.toString(size),
        contestant,
        Integer.toString(fork),
        Integer.toString(round),
        Double.toString(measurement.nanos()),
        Double.toString(measurement.bytes()),
        Double.toString(measurement.worst()),
        Long.toString(faults.lost()),
        Long.toString(faults.doubled()),
        Long.toString(faults.reordered()));
  }

  /** Reads what {@link #toLine} has written. */
  public static Sample ofLine(String line) {
    String[] parts = line.split(";", -1);
    var faults =
        new Faults(Long.parseLong(parts[8]), Long.parseLong(parts[9]), Long.parseLong(parts[10]));
    var measurement =
        new Measurement(
            Double.parseDouble(parts[5]),
            Double.parseDouble(parts[6]),
            Double.parseDouble(parts[7]),
            faults);
    return new Sample(
        parts[0],
        Integer.parseInt(parts[1]),
        parts[2],
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        measurement);
  }
}
