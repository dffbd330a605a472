package gatehouse.deid.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Collects findings and makes them disjoint. Stages add, none removes: every position that any
 * stage covered stays covered; a known name, then the longer, then surer, then more severe finding
 * keeps its span whole and the other keeps what is left of it.
 */
public final class Findings {
  private static final Comparator<Finding> BY_WEIGHT =
      Comparator.comparing(Findings::isNoKnownName)
          .thenComparing(Comparator.comparingInt(Finding::length).reversed())
          .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed())
          .thenComparing(Finding::type)
          .thenComparingInt(Finding::start);

  /** A name that the caller gave keeps its span and with it its token. */
  private static boolean isNoKnownName(Finding finding) {
    return finding.type() != Type.PERSON || finding.stage() != Stage.KNOWN;
  }

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

  /** Disjoint findings by position. */
  public List<Finding> disjoint() {
    List<Finding> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(Finding::start).thenComparing(BY_WEIGHT));
    List<Finding> result = new ArrayList<>(sorted.size());
    List<Finding> cluster = new ArrayList<>();
    int end = -1;
    for (Finding finding : sorted) {
      if (finding.start() >= end) {
        settle(cluster, result);
      }
      cluster.add(finding);
      end = Math.max(end, finding.end());
    }
    settle(cluster, result);
    return result;
  }

  /** Resolves one group of findings that hang together, and empties it. */
  private static void settle(List<Finding> cluster, List<Finding> result) {
    if (cluster.size() == 1) {
      result.add(cluster.get(0));
    } else if (!cluster.isEmpty()) {
      cluster.sort(BY_WEIGHT);
      share(cluster, result);
    }
    cluster.clear();
  }

  /** Gives each position to the weightiest finding over it; costs the sum of the lengths. */
  private static void share(List<Finding> byWeight, List<Finding> result) {
    int from = byWeight.stream().mapToInt(Finding::start).min().orElseThrow();
    int to = byWeight.stream().mapToInt(Finding::end).max().orElseThrow();
    int[] owner = new int[to - from];
    for (int i = byWeight.size(); i > 0; i--) {
      Finding finding = byWeight.get(i - 1);
      Arrays.fill(owner, finding.start() - from, finding.end() - from, i);
    }
    int start = 0;
    for (int i = 1; i <= owner.length; i++) {
      if (i == owner.length || owner[i] != owner[start]) {
        Finding finding = byWeight.get(owner[start] - 1);
        result.add(
            new Finding(
                finding.type(), from + start, from + i, finding.confidence(), finding.stage()));
        start = i;
      }
    }
  }
}
