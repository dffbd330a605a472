package gatehouse.admission.scenario;

import java.util.List;
import java.util.Optional;

/** All scenarios. */
public interface Scenarios {
  /** False when the code is taken. */
  boolean add(Scenario scenario);

  Optional<Scenario> find(String code);

  List<Scenario> all();
}
