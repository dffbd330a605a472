package gatehouse.gateway.reconciliation.store;

import gatehouse.gateway.reconciliation.WriteBack;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code gateway.write_back}. */
@Entity
@Table(name = "write_back")
class WriteBackRow {
  @Id UUID id;

  @Column(name = "output_id")
  UUID output;

  @Column(name = "content_digest")
  String contentDigest;

  @Column(name = "written_at")
  Instant writtenAt;

  String client;

  static WriteBackRow of(WriteBack writeBack) {
    WriteBackRow row = new WriteBackRow();
    row.id = writeBack.id();
    row.output = writeBack.output();
    row.contentDigest = writeBack.contentDigest();
    row.writtenAt = writeBack.writtenAt();
    row.client = writeBack.client();
    return row;
  }
}
