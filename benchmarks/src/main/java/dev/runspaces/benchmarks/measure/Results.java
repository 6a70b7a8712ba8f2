package dev.runspaces.benchmarks.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/** All that was measured, and what can be said about it. */
public record Results(List<Sample> samples) {

  /** One round of one JVM. */
  private record Round(int fork, int round) {}

  /** Returns the sizes of a work for which there is anything. */
  public List<Integer> sizes(String work) {
    return samples.stream()
        .filter(sample -> sample.work().equals(work))
        .map(Sample::size)
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns who took part in a work, in the order in which they first did. */
  public List<String> contestants(String work) {
    return samples.stream()
        .filter(sample -> sample.work().equals(work))
        .map(Sample::contestant)
        .distinct()
        .toList();
  }

  /** Returns all rounds of a contestant. */
  public List<Sample> of(Series key) {
    return samples.stream()
        .filter(
            sample ->
                sample.work().equals(key.work())
                    && sample.size() == key.size()
                    && sample.contestant().equals(key.contestant()))
        .toList();
  }

  /** Returns one number over all rounds of a contestant. */
  public Quartiles spread(Series key, ToDoubleFunction<Measurement> number) {
    return Quartiles.of(
        of(key).stream().map(each -> number.applyAsDouble(each.measurement())).toList());
  }

  /** Returns how many times as long one takes as another, both in the same round of one JVM. */
  public Quartiles ratio(Series dividend, Series divisor) {
    return ratio(dividend, divisor, Measurement::nanos);
  }

  /** Returns how many times as many bytes one takes as another. */
  public Quartiles bytesRatio(Series one, Series other) {
    return ratio(one, other, Measurement::bytes);
  }

  /** Returns how many nanoseconds longer one takes than another, both in the same round. */
  public Quartiles difference(Series one, Series other) {
    return compared(one, other, Measurement::nanos, (own, others) -> own - others);
  }

  private Quartiles ratio(Series one, Series other, ToDoubleFunction<Measurement> number) {
    return compared(one, other, number, (own, others) -> own / others);
  }

  private Quartiles compared(
      Series one,
      Series other,
      ToDoubleFunction<Measurement> number,
      DoubleBinaryOperator comparison) {
    Map<Round, Double> others = new HashMap<>();
    for (Sample sample : of(other)) {
      others.put(
          new Round(sample.fork(), sample.round()), number.applyAsDouble(sample.measurement()));
    }
    var compared = new ArrayList<Double>();
    for (Sample sample : of(one)) {
      double with = others.getOrDefault(new Round(sample.fork(), sample.round()), Double.NaN);
      compared.add(comparison.applyAsDouble(number.applyAsDouble(sample.measurement()), with));
    }
    return Quartiles.of(compared);
  }

  /** Returns what went wrong in all rounds of a contestant. */
  public Faults faults(Series key) {
    return of(key).stream()
        .map(sample -> sample.measurement().faults())
        .reduce(Faults.NONE, Faults::plus);
  }
}
