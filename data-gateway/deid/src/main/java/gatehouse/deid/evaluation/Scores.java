package gatehouse.deid.evaluation;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** What a finder covered of labelled texts. */
final class Scores {
  private final Map<String, long[]> types = new TreeMap<>();
  private long maskedLabelled;
  private long masked;
  private long unlabelled;
  private long maskedUnlabelled;
  private long texts;
  private long clean;
  private long decoys;
  private long decoysKept;

  /** Adds a text and the positions that were covered in it. */
  void add(Gold gold, BitSet covered) {
    BitSet labelled = new BitSet();
    boolean leak = false;
    for (Gold.Label label : gold.labels()) {
      labelled.set(label.start(), label.end());
      if (Gold.NOT_SCORED.contains(label.type())) {
        continue;
      }
      int left = covered.nextClearBit(label.start());
      boolean whole = left >= label.end();
      int first = covered.nextSetBit(label.start());
      boolean any = first >= 0 && first < label.end();
      long[] counts = types.computeIfAbsent(label.type(), type -> new long[3]);
      counts[0]++;
      counts[1] += whole ? 1 : 0;
      counts[2] += any ? 1 : 0;
      leak |= !whole && Gold.TIER_ONE.contains(label.type());
    }
    texts++;
    clean += leak ? 0 : 1;
    count(gold, covered, labelled);
  }

  private void count(Gold gold, BitSet covered, BitSet labelled) {
    BitSet both = (BitSet) covered.clone();
    both.and(labelled);
    maskedLabelled += both.cardinality();
    masked += covered.cardinality();
    unlabelled += gold.text().length() - labelled.cardinality();
    maskedUnlabelled += covered.cardinality() - both.cardinality();
    for (Gold.Label decoy : gold.decoys()) {
      int hit = covered.nextSetBit(decoy.start());
      decoys++;
      decoysKept += hit < 0 || hit >= decoy.end() ? 1 : 0;
    }
  }

  /** Share of spans of a tier that are covered whole. */
  Share whole(boolean tierOne) {
    long hits = 0;
    long of = 0;
    for (Map.Entry<String, long[]> type : types.entrySet()) {
      if (Gold.TIER_ONE.contains(type.getKey()) == tierOne) {
        of += type.getValue()[0];
        hits += type.getValue()[1];
      }
    }
    return new Share(hits, of);
  }

  /** Share of texts without any tier-1 span left, whole or in part. */
  Share cleanTexts() {
    return new Share(clean, texts);
  }

  /** Share of masked characters that identify somebody. */
  Share precision() {
    return new Share(maskedLabelled, masked);
  }

  /** Share of other characters that were masked. */
  Share overreach() {
    return new Share(maskedUnlabelled, unlabelled);
  }

  /** Share of decoys that stayed whole. */
  Share decoysKept() {
    return new Share(decoysKept, decoys);
  }

  /** A table for people. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append("type                  n   whole cover [95 %]                any cover [95 %]\n");
    types.forEach((type, counts) ->
        table.append(
            "%-16s %6d  %-32s %s%n"
                .formatted(
                    type,
                    counts[0],
                    new Share(counts[1], counts[0]),
                    new Share(counts[2], counts[0]))));
    table.append("tier 1 whole cover            ").append(whole(true)).append('\n');
    table.append("tier 2 whole cover            ").append(whole(false)).append('\n');
    table.append("texts without a tier-1 leak   ").append(cleanTexts()).append('\n');
    table.append("masked that identifies        ").append(precision()).append('\n');
    table.append("other characters masked       ").append(overreach()).append('\n');
    table.append("decoys kept                   ").append(decoysKept()).append('\n');
    return table.toString();
  }
}
