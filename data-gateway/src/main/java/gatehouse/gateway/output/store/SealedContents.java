package gatehouse.gateway.output.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.gateway.output.Contents;
import gatehouse.journal.append.NewRow;
import gatehouse.journal.append.NewRows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Texts under their output's own key, each bound to its row's name. */
@ApplicationScoped
class SealedContents implements Contents {
  private final Rows rows;
  private final OwnKeys ownKeys;
  private final ContentKeys serviceKeys;
  private final NewRows newRows;
  private final NewRow.Table table;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ContentRow, ContentRow.Key> {}

  SealedContents(
      Rows rows,
      OwnKeys ownKeys,
      ContentKeys serviceKeys,
      NewRows newRows,
      @ConfigProperty(name = "gatehouse.database") String schema) {
    this.rows = rows;
    this.ownKeys = ownKeys;
    this.serviceKeys = serviceKeys;
    this.newRows = newRows;
    this.table = ContentInsert.in(schema);
  }

  @Override
  public void keep(UUID output, long version, Part part, String text) {
    ContentRow row = new ContentRow();
    row.output = output;
    row.version = version;
    row.part = part;
    row.nonce = Seal.nonce();
    row.sealed =
        Seal.close(key(output, part), row.nonce, row.key().toString(), text.getBytes(UTF_8));
    newRows.write(new ContentInsert(table, row));
  }

  @Override
  public Optional<String> newest(UUID output, Part part) {
    return rows.find("output = ?1 and part = ?2 order by version desc", output, part)
        .firstResultOptional()
        .map(this::opened);
  }

  /** What an AI made is an output's first text. Others find the key, unless there was no text. */
  private SecretKey key(UUID output, Part part) {
    return switch (part) {
      case PRODUCED -> ownKeys.make(output);
      case EDITED, STATEMENT -> ownKeys.of(output).orElseGet(() -> ownKeys.make(output));
    };
  }

  private String opened(ContentRow row) {
    // Texts from before outputs had keys name the service's key that sealed them.
    Optional<SecretKey> key =
        row.keyId == null ? ownKeys.of(row.output) : Optional.of(serviceKeys.named(row.keyId));
    return key.flatMap(it -> Seal.open(it, row.nonce, row.key().toString(), row.sealed))
        .map(text -> new String(text, UTF_8))
        .orElseThrow(
            () -> new IllegalStateException("the text of output " + row.output + " does not open"));
  }
}
