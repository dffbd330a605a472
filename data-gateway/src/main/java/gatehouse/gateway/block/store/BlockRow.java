package gatehouse.gateway.block.store;

import gatehouse.gateway.block.Block;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway.block}. */
@Entity
@Table(name = "block")
class BlockRow {
  @Id UUID id;

  @Column(name = "blocked_at")
  Instant at;

  String reason;
  String application;
  @Nullable String deployment;
  @Nullable String zone;
  String client;
  String role;

  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, Integer> counts;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Block.Place> places;

  static BlockRow of(Block block) {
    BlockRow row = new BlockRow();
    row.id = block.id();
    row.at = block.at();
    row.reason = block.reason();
    row.application = block.application();
    row.deployment = block.deployment();
    row.zone = block.zone();
    row.client = block.client();
    row.role = block.role();
    row.counts = block.counts();
    row.places = block.places();
    return row;
  }

  Block toBlock() {
    return new Block(id, at, reason, application, deployment, zone, client, role, counts, places);
  }
}
