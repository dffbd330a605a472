package gatehouse.gateway.output.store;

import gatehouse.gateway.output.Contents;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway.output_content}: a sealed text. */
@Entity
@Table(name = "output_content")
@IdClass(ContentRow.Key.class)
class ContentRow {
  @Id
  @Column(name = "output_id")
  UUID output;

  @Id long version;

  @Id
  @Enumerated(EnumType.STRING)
  Contents.Part part;

  /** The service's key that sealed it; null for the output's own. */
  @Column(name = "key_id", updatable = false)
  @Nullable String keyId;

  @Column(updatable = false)
  byte[] nonce;

  @Column(updatable = false)
  byte[] sealed;

  /** What names it; bound into the seal, so that no row can be put in another's place. */
  record Key(UUID output, long version, Contents.Part part) implements Serializable {
    @Override
    public String toString() {
      return output + "|" + version + "|" + part;
    }
  }

  Key key() {
    return new Key(output, version, part);
  }
}
