package gatehouse.gateway.output.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.gateway.output.Contents;
import gatehouse.journal.append.NewRow;
import gatehouse.journal.append.NewRows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits per text and the row's key as
 * associated data: a text that was changed or moved to another row does not open.
 */
@ApplicationScoped
class SealedContents implements Contents {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Rows rows;
  private final ContentKeys keys;
  private final NewRows newRows;
  private final NewRow.Table table;
  private final SecureRandom random = new SecureRandom();

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ContentRow, ContentRow.Key> {}

  SealedContents(
      Rows rows,
      ContentKeys keys,
      NewRows newRows,
      @ConfigProperty(name = "gatehouse.database") String schema) {
    this.rows = rows;
    this.keys = keys;
    this.newRows = newRows;
    this.table = ContentInsert.in(schema);
  }

  @Override
  public void keep(UUID output, long version, Part part, String text) {
    Map.Entry<String, SecretKey> key = keys.present();
    ContentRow row = new ContentRow();
    row.output = output;
    row.version = version;
    row.part = part;
    row.keyId = key.getKey();
    row.nonce = new byte[NONCE_BYTES];
    random.nextBytes(row.nonce);
    row.sealed = crypt(Cipher.ENCRYPT_MODE, key.getValue(), row, text.getBytes(UTF_8));
    newRows.write(new ContentInsert(table, row));
  }

  @Override
  public Optional<String> newest(UUID output, Part part) {
    return rows.find("output = ?1 and part = ?2 order by version desc", output, part)
        .firstResultOptional()
        .map(row ->
            new String(crypt(Cipher.DECRYPT_MODE, keys.named(row.keyId), row, row.sealed), UTF_8));
  }

  private static byte[] crypt(int mode, SecretKey key, ContentRow row, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, row.nonce));
      cipher.updateAAD(row.key().toString().getBytes(UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException _) {
      // The cause could quote what it was given.
      throw new IllegalStateException("the text of output " + row.output + " does not open");
    }
  }
}
