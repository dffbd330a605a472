package gatehouse.faults.check;

import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.check.Topics.Published;
import gatehouse.faults.load.Acknowledged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    Set<String> places = new HashSet<>();
    ledger.forEach(one -> places.add(one.place()));
    for (JournalRow row : journal) {
      ofType.merge(row.type(), 1L, Long::sum);
      for (String place : places) {
        String value =
            place.equals(Acknowledged.ID) ? row.id() : row.envelope().at(place).asText("");
        there.merge(row.type() + '\t' + place + '\t' + value, 1, Integer::sum);
      }
    }
    for (Acknowledged one : ledger) {
      int count = there.getOrDefault(one.type() + '\t' + one.place() + '\t' + one.value(), 0);
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

  /** Every entry with a topic is on it, and of each subject the first comings are in order. */
  void wasPublishedInOrder(List<Published> published) {
    Map<String, Long> numbers = new HashMap<>();
    Set<String> missing = new HashSet<>();
    Set<String> topics = new HashSet<>();
    for (JournalRow row : journal) {
      if (row.topic() != null) {
        numbers.put(row.topic() + '\t' + row.id(), row.seq());
        missing.add(row.topic() + '\t' + row.id());
        topics.add(row.topic());
      }
    }
    Map<String, Long> last = new HashMap<>();
    for (Published one : published) {
      String key = one.topic() + '\t' + one.id();
      if (topics.contains(one.topic()) && missing.remove(key)) {
        long seq = Objects.requireNonNull(numbers.get(key));
        Long before = last.put(one.topic() + '\t' + one.key(), seq);
        if (before != null && before > seq) {
          report(Kind.REORDERED, "on %s, %d came after %d".formatted(one.topic(), seq, before));
        }
      }
    }
    missing.forEach(id -> report(Kind.LOST, "never published: " + id.replace('\t', ' ')));
  }
}
