package gatehouse.deid.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a finder covered of labelled texts. */
final class Scores {
  private static final String HEAD =
      "%-17s %6s  %-29s %-29s %s%n"
          .formatted(
              "label", "n", "whole cover [95 %]", "any cover [95 %]", "texts with a leak [95 %]");

  private final Predicate<String> scored;
  private final Map<String, Counts> labels = new TreeMap<>();
  private final Map<String, long[]> found = new TreeMap<>();
  private long maskedLabelled;
  private long masked;
  private long unlabelled;
  private long maskedUnlabelled;
  private long texts;
  private long leaking;
  private long decoys;
  private long decoysKept;

  /** What became of one label type: spans, and texts that have one. */
  private static final class Counts {
    long spans;
    long whole;
    long any;
    long texts;
    long leakingTexts;
    long lastText;
    boolean lastLeaks;
  }

  /** Scores everything that a set labels. */
  Scores() {
    this(label -> true);
  }

  /** Scores the labels that a finder claims to find; the others are no fault of it. */
  Scores(Predicate<String> scored) {
    this.scored = scored;
  }

  /** Adds a text and what was found in it. */
  void add(Gold gold, List<Span> spans) {
    BitSet covered = new BitSet();
    spans.forEach(span -> covered.set(span.start(), span.end()));
    BitSet labelled = new BitSet();
    boolean leak = false;
    texts++;
    for (Gold.Label label : gold.labels()) {
      labelled.set(label.start(), label.end());
      if (!Gold.NOT_SCORED.contains(label.type()) && scored.test(label.type())) {
        leak |= !isWhole(label, covered) && Gold.TIER_ONE.contains(label.type());
      }
    }
    leaking += leak ? 1 : 0;
    for (Span span : spans) {
      int hit = labelled.nextSetBit(span.start());
      long[] counts = found.computeIfAbsent(span.type(), type -> new long[2]);
      counts[0]++;
      counts[1] += hit >= 0 && hit < span.end() ? 1 : 0;
    }
    count(gold, covered, labelled);
  }

  private boolean isWhole(Gold.Label label, BitSet covered) {
    boolean whole = covered.nextClearBit(label.start()) >= label.end();
    int first = covered.nextSetBit(label.start());
    Counts counts = labels.computeIfAbsent(label.type(), type -> new Counts());
    counts.spans++;
    counts.whole += whole ? 1 : 0;
    counts.any += first >= 0 && first < label.end() ? 1 : 0;
    if (counts.lastText != texts) {
      counts.lastText = texts;
      counts.lastLeaks = false;
      counts.texts++;
    }
    if (!whole && !counts.lastLeaks) {
      counts.lastLeaks = true;
      counts.leakingTexts++;
    }
    return whole;
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

  /** Share of spans of the chosen types that are covered whole. */
  Share whole(Predicate<String> types) {
    long hits = 0;
    long of = 0;
    for (Map.Entry<String, Counts> label : labels.entrySet()) {
      if (types.test(label.getKey())) {
        of += label.getValue().spans;
        hits += label.getValue().whole;
      }
    }
    return new Share(hits, of);
  }

  /** Share of texts without any tier-1 span left, whole or in part. */
  Share cleanTexts() {
    return new Share(texts - leaking, texts);
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
    StringBuilder table = new StringBuilder(HEAD);
    labels.forEach((type, counts) -> row(table, type, counts));
    table.append("%nfound             times  identifies somebody [95 %%]%n".formatted());
    found.forEach((type, counts) ->
        table.append(
            "%-17s %6d  %s%n".formatted(type, counts[0], new Share(counts[1], counts[0]))));
    table.append('\n');
    line(table, "tier 1 whole cover", whole(Gold.TIER_ONE::contains));
    line(table, "tier 2 whole cover", whole(Gold.TIER_TWO::contains));
    line(table, "other labels whole cover", whole(Gold::isOfNoTier));
    line(table, "texts without a tier-1 leak", cleanTexts());
    line(table, "masked that identifies", precision());
    line(table, "other characters masked", overreach());
    line(table, "decoys kept", decoysKept());
    return table.toString();
  }

  private static void row(StringBuilder table, String type, Counts counts) {
    table.append(
        "%-17s %6d  %-29s %-29s %s%n"
            .formatted(
                type,
                counts.spans,
                new Share(counts.whole, counts.spans),
                new Share(counts.any, counts.spans),
                new Share(counts.leakingTexts, counts.texts)));
  }

  private static void line(StringBuilder table, String what, Share share) {
    if (share.of() > 0) {
      table.append("%-29s %s of %d%n".formatted(what, share, share.of()));
    }
  }
}
