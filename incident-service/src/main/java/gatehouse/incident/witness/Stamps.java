package gatehouse.incident.witness;

import java.util.List;
import java.util.Optional;

/** The stamps that were got; never changed, never deleted. */
public interface Stamps {
  Optional<Stamp> latest(String origin);

  void add(Stamp stamp);

  /** Behind a size, by size. */
  List<Stamp> after(String origin, long size, int limit);
}
