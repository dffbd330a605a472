package gatehouse.deid.finding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whose a position is where findings overlap. A known name, then the longer, then surer, then more
 * severe finding keeps its span whole and the other keeps what is left of it. But an identifier
 * that is one string, such as an address of electronic mail, is never cut by a known value: a name
 * that stands in it or reaches over its edge goes with it as one span of the identifier's type, and
 * of two identifiers one of which is known the weightier takes the whole.
 */
final class Overlaps {
  /** A known name keeps its span against a guess, and with it its token. */
  static final Comparator<Finding> BY_WEIGHT =
      Comparator.comparing((Finding finding) -> !isKnownName(finding))
          .thenComparing(Comparator.comparingInt(Finding::length).reversed())
          .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed())
          .thenComparing(Finding::type)
          .thenComparingInt(Finding::start);

  /** What a person reads as one string, so that a part of it makes no sense elsewhere. */
  private static final Set<Type> ONE_STRING =
      EnumSet.of(
          Type.NATIONAL_ID,
          Type.PASSPORT,
          Type.PERMIT,
          Type.MILITARY_ID,
          Type.BANK_CARD,
          Type.INSURANCE_NO,
          Type.RECORD_NUMBER,
          Type.PHONE,
          Type.EMAIL,
          Type.WECHAT,
          Type.QQ,
          Type.PLATE,
          Type.ADDRESS,
          Type.IP_ADDRESS,
          Type.ENCODED_TEXT,
          Type.MAC_ADDRESS,
          Type.URL,
          Type.DEVICE_ID);

  private static final int NOBODY = -1;

  private final Set<Type> kept;

  /**
   * @param kept types that stay readable: they take no known value into their span
   */
  Overlaps(Set<Type> kept) {
    this.kept = kept;
  }

  /** Resolves one group of findings that hang together, and empties it. */
  void settle(List<Finding> cluster, List<Finding> result) {
    if (cluster.size() == 1) {
      result.add(cluster.get(0));
    } else if (!cluster.isEmpty()) {
      cluster.sort(BY_WEIGHT);
      share(cluster, result);
    }
    cluster.clear();
  }

  /** Gives each position to a finding, weightiest first; costs the sum of the lengths. */
  private void share(List<Finding> byWeight, List<Finding> result) {
    int from = byWeight.stream().mapToInt(Finding::start).min().orElseThrow();
    int to = byWeight.stream().mapToInt(Finding::end).max().orElseThrow();
    int[] owner = new int[to - from];
    Arrays.fill(owner, NOBODY);
    for (int i = 0; i < byWeight.size(); i++) {
      Finding finding = byWeight.get(i);
      int heir = i;
      for (int at = finding.start() - from; at < finding.end() - from; at++) {
        int present = owner[at];
        if (present == NOBODY || present == i) {
          continue;
        }
        Finding other = byWeight.get(present);
        if (isJoinedBy(other, finding)) {
          pass(owner, from, other, present, i);
        } else if (present < heir && isOneWith(other, finding)) {
          heir = present;
        }
      }
      pass(owner, from, finding, NOBODY, heir);
    }
    runs(owner, from, byWeight, result);
  }

  private static void pass(int[] owner, int from, Finding span, int giver, int taker) {
    for (int at = span.start() - from; at < span.end() - from; at++) {
      if (owner[at] == giver) {
        owner[at] = taker;
      }
    }
  }

  private static void runs(int[] owner, int from, List<Finding> byWeight, List<Finding> result) {
    int start = 0;
    for (int i = 1; i <= owner.length; i++) {
      if (i == owner.length || owner[i] != owner[start]) {
        Finding finding = byWeight.get(owner[start]);
        result.add(
            new Finding(
                finding.type(), from + start, from + i, finding.confidence(), finding.stage()));
        start = i;
      }
    }
  }

  /** Whether a name is not more than a part of an identifier, or of both together. */
  private boolean isJoinedBy(Finding name, Finding identifier) {
    boolean holdsIt = name.start() <= identifier.start() && identifier.end() <= name.end();
    return isKnownName(name) && isOneString(identifier) && !holdsIt;
  }

  private boolean isOneWith(Finding weightier, Finding finding) {
    boolean known = weightier.stage() == Stage.KNOWN || finding.stage() == Stage.KNOWN;
    return known && isOneString(weightier) && isOneString(finding);
  }

  private boolean isOneString(Finding finding) {
    return ONE_STRING.contains(finding.type()) && !kept.contains(finding.type());
  }

  private static boolean isKnownName(Finding finding) {
    return finding.type() == Type.PERSON && finding.stage() == Stage.KNOWN;
  }
}
