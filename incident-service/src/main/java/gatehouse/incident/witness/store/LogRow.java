package gatehouse.incident.witness.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A log and the key that it was first signed with. */
@NullUnmarked
@Entity
@Table(name = "witnessed_log")
class LogRow {
  @Id String origin;

  @Column(name = "verifier_key")
  String verifierKey;
}
