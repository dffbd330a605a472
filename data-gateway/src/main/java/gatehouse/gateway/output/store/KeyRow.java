package gatehouse.gateway.output.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code gateway.output_key}: an output's own key, wrapped by a service key. */
@Entity
@Table(name = "output_key")
class KeyRow {
  @Id
  @Column(name = "output_id")
  UUID output;

  @Column(name = "key_id", updatable = false)
  String keyId;

  @Column(updatable = false)
  byte[] nonce;

  @Column(updatable = false)
  byte[] wrapped;

  /** What names it; bound into the wrapping, so that no output opens with another's key. */
  String name() {
    return output + "|KEY";
  }
}
