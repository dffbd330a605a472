package gatehouse.gateway.process;

import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** This running process, among those that there are and were. */
@ApplicationScoped
public class ThisProcess {
  private final UUID id;

  public ThisProcess(Ids ids) {
    this.id = ids.next();
  }

  /** Never given to two. */
  public UUID id() {
    return id;
  }
}
