package gatehouse.lease.owner;

import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import gatehouse.lease.holder.FactSink;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What a holder in a random world keeps: answers that it read once, and what it was denied. */
final class Copies implements FactSink {
  private final RandomLog log;

  /** A key, and the version at which its owner last said yes to it. */
  private final Map<String, Long> permitted = new HashMap<>();

  private final Set<String> denied = new HashSet<>();
  private long knows = -1;

  Copies(RandomLog log) {
    this.log = log;
  }

  @Override
  public void apply(Grant grant) {
    if (grant.complete()) {
      permitted.clear();
      denied.clear();
    }
    for (Fact fact : grant.facts()) {
      permitted.remove(fact.key());
      denied.add(fact.key());
    }
    knows = grant.version();
  }

  /** The version up to which everything is applied; -1 before the first lease. */
  long knows() {
    return knows;
  }

  /** Asks the owner about one key and keeps the answer. */
  void read(Random random) {
    permitted.put(Integer.toString(random.nextInt(RandomLog.KEYS)), log.newest());
  }

  /** Something that is relied on although a fact up to the known version has ended it. */
  Optional<String> wrong() {
    return switch (log.kind()) {
      case ENDING ->
          permitted.entrySet().stream()
              .filter(kept ->
                  log.between(kept.getValue(), knows).stream()
                      .anyMatch(fact -> fact.key().equals(kept.getKey())))
              .findFirst()
              .map(kept -> " relies on what version " + knows + " has ended");
      case WHOLE ->
          log.between(0, knows).stream()
              .filter(fact -> !denied.contains(fact.key()))
              .findFirst()
              .map(fact -> " was not told of version " + fact.version());
    };
  }
}
