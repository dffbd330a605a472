package gatehouse.deid.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Collects findings and makes them disjoint. Stages add, none removes: every position that any
 * stage covered stays covered. {@link Overlaps} says whose it is.
 */
public final class Findings {
  private final List<Finding> all = new ArrayList<>();
  private final int most;
  private boolean overflowed;

  /** A collection without a limit, for a text that the caller bounds. */
  public Findings() {
    this(Integer.MAX_VALUE);
  }

  /** A collection that takes so many entries and then only remembers that there were more. */
  public Findings(int most) {
    this.most = most;
  }

  /** Whether entries were turned away: what is here does not cover the text. */
  public boolean overflowed() {
    return overflowed;
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Adds a span, unless the limit is reached. */
  public void add(Type type, int start, int end, double confidence, Stage stage) {
    if (all.size() < most) {
      all.add(new Finding(type, start, end, confidence, stage));
    } else {
      overflowed = true;
    }
  }

  /** Remembers that something was turned away elsewhere. */
  public void overflow() {
    overflowed = true;
  }

  /** What was added so far, in the order of adding, overlaps included. */
  public List<Finding> raw() {
    return List.copyOf(all);
  }

  /** Disjoint findings by position, whatever becomes of them. */
  public List<Finding> disjoint() {
    return disjoint(Set.of());
  }

  /**
   * Disjoint findings by position.
   *
   * @param kept types that stay readable: such a span takes nothing that a known value covers
   */
  public List<Finding> disjoint(Set<Type> kept) {
    Overlaps overlaps = new Overlaps(kept);
    List<Finding> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(Finding::start).thenComparing(Overlaps.BY_WEIGHT));
    List<Finding> result = new ArrayList<>(sorted.size());
    List<Finding> cluster = new ArrayList<>();
    int end = -1;
    for (Finding finding : sorted) {
      if (finding.start() >= end) {
        overlaps.settle(cluster, result);
      }
      cluster.add(finding);
      end = Math.max(end, finding.end());
    }
    overlaps.settle(cluster, result);
    return result;
  }
}
