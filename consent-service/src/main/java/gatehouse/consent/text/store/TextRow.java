package gatehouse.consent.text.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A text under its digest, as bytes so that no character set can change it. */
@Entity
@Table(name = "text")
class TextRow {
  @Id String digest;
  byte[] content;
}
