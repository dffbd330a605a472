package gatehouse.gateway.output.store;

import gatehouse.journal.append.NewRow;
import gatehouse.journal.append.NewRows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Each output's own key for its texts, random and kept wrapped by the service's. Whoever destroys
 * its row erases the texts, wherever copies of them lie.
 */
@ApplicationScoped
class OwnKeys {
  private static final int KEY_BYTES = 32;

  private final Rows rows;
  private final ContentKeys service;
  private final NewRows newRows;
  private final NewRow.Table table;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<KeyRow, UUID> {}

  OwnKeys(
      Rows rows,
      ContentKeys service,
      NewRows newRows,
      @ConfigProperty(name = "gatehouse.database") String schema) {
    this.rows = rows;
    this.service = service;
    this.newRows = newRows;
    this.table = KeyInsert.in(schema);
  }

  /** Makes the output's key and keeps it, in the caller's transaction or shared commit. */
  SecretKey make(UUID output) {
    byte[] key = Seal.random(KEY_BYTES);
    Map.Entry<String, SecretKey> outer = service.present();
    KeyRow row = new KeyRow();
    row.output = output;
    row.keyId = outer.getKey();
    row.nonce = Seal.nonce();
    row.wrapped = Seal.close(outer.getValue(), row.nonce, row.name(), key);
    newRows.write(new KeyInsert(table, row));
    return new SecretKeySpec(key, "AES");
  }

  /**
   * The output's key; empty when it never had one or it was destroyed.
   *
   * @throws IllegalStateException if it was changed
   * @throws gatehouse.gateway.output.Contents.KeyMissingException if no configured key opens it
   */
  Optional<SecretKey> of(UUID output) {
    return rows.findByIdOptional(output).map(this::unwrapped);
  }

  private SecretKey unwrapped(KeyRow row) {
    return Seal.open(service.named(row.keyId), row.nonce, row.name(), row.wrapped)
        .map(key -> new SecretKeySpec(key, "AES"))
        .orElseThrow(
            () -> new IllegalStateException("the key of output " + row.output + " does not open"));
  }
}
