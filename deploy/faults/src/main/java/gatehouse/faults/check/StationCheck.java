package gatehouse.faults.check;

import gatehouse.faults.check.Database.Effect;
import gatehouse.faults.check.Finding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be said of the station only: its counters, and every single effect. */
final class StationCheck {
  private final ServiceCheck check;
  private final List<JournalRow> journal;

  StationCheck(ServiceCheck check, List<JournalRow> journal) {
    this.check = check;
    this.journal = journal;
  }

  /** State and journal tell the same: versions without a gap, up to that of the counter. */
  void countersMatchTheJournal(Map<String, Long> counters) {
    Map<String, Long> last = new HashMap<>();
    for (JournalRow row : journal) {
      if (row.version() == 0) {
        continue;
      }
      long before = last.getOrDefault(row.subject(), 0L);
      if (row.version() <= before) {
        check.report(
            Kind.REORDERED,
            "%s: version %d after %d".formatted(row.subject(), row.version(), before));
      } else if (row.version() > before + 1) {
        check.report(
            Kind.LOST,
            "%s: no version between %d and %d".formatted(row.subject(), before, row.version()));
      }
      last.put(row.subject(), Math.max(before, row.version()));
    }
    counters.forEach((name, version) -> {
      long told = last.getOrDefault(name, 0L);
      if (told != version) {
        check.report(
            Kind.LOST, "%s is at %d, the journal ends with %d".formatted(name, version, told));
      }
    });
  }

  /** Each event took effect once, those of one subject in the order of the journal. */
  void effectsHappenedOnce(List<Effect> effects) {
    Map<String, Long> numbers = new HashMap<>();
    Map<String, Integer> happened = new HashMap<>();
    Map<String, Long> last = new HashMap<>();
    journal.forEach(row -> numbers.put(row.id(), row.seq()));
    for (Effect effect : effects) {
      int times = happened.merge(effect.event(), 1, Integer::sum);
      Long seq = numbers.get(effect.event());
      if (seq == null) {
        check.report(Kind.DOUBLED, "an effect of an event that nobody wrote: " + effect);
      } else if (times > 1) {
        check.report(Kind.DOUBLED, "took effect %d times: %s".formatted(times, effect));
      } else {
        Long before = last.put(effect.subject(), seq);
        if (before != null && before > seq) {
          check.report(
              Kind.REORDERED,
              "%s: the effect of %d came after that of %d"
                  .formatted(effect.subject(), seq, before));
        }
      }
    }
    for (JournalRow row : journal) {
      if (row.topic() != null && !happened.containsKey(row.id())) {
        check.report(Kind.LOST, "never took effect: %d, %s".formatted(row.seq(), row.id()));
      }
    }
  }

  /** Poison stops its own key and nobody else's. */
  void parksNothingButPoison(List<String> parkedKeys) {
    for (String key : parkedKeys) {
      if (!key.startsWith("poison-")) {
        check.report(Kind.LOST, "the key " + key + " was parked");
      }
    }
  }
}
