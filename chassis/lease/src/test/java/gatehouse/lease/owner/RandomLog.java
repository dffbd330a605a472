package gatehouse.lease.owner;

import gatehouse.lease.Fact;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The facts of an owner in a random world, and the truth about them. */
final class RandomLog implements FactLog {
  static final int KEYS = 8;

  /** How the owner tells its facts. */
  enum Kind {
    /** What ends: to one that has nothing there is nothing to tell ({@link DenyLog}). */
    ENDING,
    /** What is denied: always all of it (the stops of incident-service). */
    WHOLE
  }

  private final Kind kind;
  private final List<Fact> facts = new ArrayList<>();

  RandomLog(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  void deny(Random random) {
    facts.add(new Fact(facts.size() + 1L, "KEY", Integer.toString(random.nextInt(KEYS))));
  }

  /** The version of the last fact; 0 while there is none. */
  long newest() {
    return facts.size();
  }

  /** Those behind one version, up to another. */
  List<Fact> between(long after, long upTo) {
    return after >= upTo ? List.of() : facts.subList((int) after, (int) upTo);
  }

  @Override
  public long version(Connection connection) {
    throw new UnsupportedOperationException("there is no connection in a random world");
  }

  @Override
  public Facts all() {
    return switch (kind) {
      case ENDING -> new Facts(newest(), true, List.of());
      case WHOLE -> new Facts(newest(), true, facts);
    };
  }

  @Override
  public Facts since(long version) {
    return switch (kind) {
      case ENDING -> new Facts(newest(), false, between(version, newest()));
      case WHOLE -> all();
    };
  }
}
