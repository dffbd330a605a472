package gatehouse.incident.witness.store;

import gatehouse.incident.witness.KeptCheckpoint;
import gatehouse.incident.witness.Standing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

@NullUnmarked
@Entity
@Table(name = "kept_checkpoint")
class CheckpointRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id;

  String origin;
  long size;
  String root;
  String note;

  @Enumerated(EnumType.STRING)
  Standing standing;

  @Column(name = "kept_at")
  Instant keptAt;

  static CheckpointRow of(KeptCheckpoint checkpoint) {
    CheckpointRow row = new CheckpointRow();
    row.origin = checkpoint.origin();
    row.size = checkpoint.size();
    row.root = checkpoint.root();
    row.note = checkpoint.note();
    row.standing = checkpoint.standing();
    row.keptAt = checkpoint.keptAt();
    return row;
  }

  KeptCheckpoint checkpoint() {
    return new KeptCheckpoint(origin, size, root, note, standing, keptAt);
  }
}
