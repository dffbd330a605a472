package gatehouse.faults.check;

import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.check.Topics.Published;
import gatehouse.faults.load.Acknowledged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds one service's journal against the ledger and the topics. */
final class ServiceCheck {
  private final String service;
  private final List<JournalRow> journal;
  private final List<Finding> findings = new ArrayList<>();

  ServiceCheck(String service, List<JournalRow> journal) {
    this.service = service;
    this.journal = journal;
  }

  List<Finding> findings() {
    return findings;
  }

  void report(Kind kind, String what) {
    findings.add(new Finding(kind, service, what));
  }

  /** Numbers run from one without a gap, and no entry has two. */
  void numbersHaveNoGaps() {
    Set<String> ids = new HashSet<>();
    long expected = 1;
    for (JournalRow row : journal) {
      if (row.seq() != expected) {
        report(Kind.LOST, "number " + expected + " is missing");
      }
      expected = row.seq() + 1;
      if (!ids.add(row.id())) {
        report(Kind.DOUBLED, "entry " + row.id() + " has two numbers");
      }
    }
  }

  /** Everything acknowledged is there, once; and nothing was written that nobody asked for. */
  void holdsWhatWasAcknowledged(List<Acknowledged> ledger, Map<String, Long> attempts) {
    Map<String, Integer> there = new HashMap<>();
    Map<String, Long> ofType = new HashMap<>();
    // Only what is asked for is counted.
    ledger.forEach(one -> there.put(key(one.type(), one.place(), one.value()), 0));
    for (JournalRow row : journal) {
      ofType.merge(row.type(), 1L, Long::sum);
      there.computeIfPresent(key(row.type(), Acknowledged.ID, row.id()), (_, n) -> n + 1);
      row.values()
          .forEach((place, value) ->
              there.computeIfPresent(key(row.type(), place, value), (_, n) -> n + 1));
    }
    for (Acknowledged one : ledger) {
      int count = there.getOrDefault(key(one.type(), one.place(), one.value()), 0);
      if (count == 0) {
        report(Kind.LOST, "acknowledged, and not in the journal: " + one);
      } else if (count > 1) {
        report(Kind.DOUBLED, count + " times in the journal: " + one);
      }
    }
    attempts.forEach((type, most) -> {
      long count = ofType.getOrDefault(type, 0L);
      if (count > most) {
        report(Kind.DOUBLED, "%d entries of %s, asked for %d times".formatted(count, type, most));
      }
    });
  }

  private static String key(String type, String place, String value) {
    return type + '\t' + place + '\t' + value;
  }

  /** Every entry with a topic is on it, and of each subject the first comings are in order. */
  void wasPublishedInOrder(List<Published> published) {
    Map<String, Map<String, Long>> missing = new HashMap<>();
    for (JournalRow row : journal) {
      if (row.topic() != null) {
        missing.computeIfAbsent(row.topic(), _ -> new HashMap<>()).put(row.id(), row.seq());
      }
    }
    Map<String, Long> last = new HashMap<>();
    for (Published one : published) {
      Map<String, Long> ofTopic = missing.getOrDefault(one.topic(), Map.of());
      Long seq = ofTopic.isEmpty() ? null : ofTopic.remove(one.id());
      if (seq != null) {
        Long before = last.put(one.topic() + '\t' + one.key(), seq);
        if (before != null && before > seq) {
          report(Kind.REORDERED, "on %s, %d came after %d".formatted(one.topic(), seq, before));
        }
      }
    }
    missing.forEach((topic, ids) ->
        ids.keySet().forEach(id -> report(Kind.LOST, "never published: " + topic + ' ' + id)));
  }

  /** What an operator has acted on waits no longer, and nothing else was ever parked. */
  void parksNothing(List<String> parkedKeys) {
    parkedKeys.forEach(key -> report(Kind.NOT_DRAINED, "the key " + key + " is still parked"));
  }
}
