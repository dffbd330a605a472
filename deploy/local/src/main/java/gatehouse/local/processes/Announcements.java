package gatehouse.local.processes;

import gatehouse.local.blueprint.Part;
import java.nio.file.Path;
import java.time.Duration;

/** What the person at the terminal is told while parts come and go. */
public interface Announcements {
  /** A part serves, that long after the start of the run. */
  void ready(Part part, Duration after);

  /** A part has ended though this launcher did not stop it. */
  void ended(Part part, Path log);

  /** Anything else worth a line. */
  void note(String line);
}
