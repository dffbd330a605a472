package gatehouse.journal.sequence;

import gatehouse.journal.JournalSettings;
import gatehouse.tree.SigningKey;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key to sign with: the configured one, or else one that was made on first start and
 * stays in the schema. The latter proves nothing to somebody who distrusts the database's
 * administrator, and is meant for development.
 */
final class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);

  private final JournalSettings.Sequencing settings;

  SigningKeys(JournalSettings.Sequencing settings) {
    this.settings = settings;
  }

  /** The key; its public half is kept in the schema with all those before it. */
  SigningKey load(Connection connection) throws SQLException {
    if (settings.signingKey().isPresent()) {
      byte[] seed = Base64.getDecoder().decode(settings.signingKey().get().strip());
      SigningKey key = SigningKey.of(settings.origin(), seed);
      keep(connection, key, null);
      return key;
    }
    if (settings.signingKeyRequired()) {
      throw new IllegalStateException("gatehouse.journal.sequence.signing-key is not set");
    }
    byte[] seed = generated(connection);
    if (seed == null) {
      seed = new byte[32];
      new SecureRandom().nextBytes(seed);
      keep(connection, SigningKey.of(settings.origin(), seed), seed);
    }
    LOG.warn("checkpoints are signed with a key made for development; set one for production");
    return SigningKey.of(settings.origin(), seed);
  }

  private static byte @Nullable [] generated(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT seed FROM journal.keys WHERE seed IS NOT NULL");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getBytes(1) : null;
    }
  }

  private static void keep(Connection connection, SigningKey key, byte @Nullable [] seed)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO journal.keys (verifier_key, seed) VALUES (?, ?)"
                + " ON CONFLICT (verifier_key) DO NOTHING")) {
      insert.setString(1, key.verifierKey());
      insert.setBytes(2, seed);
      insert.executeUpdate();
    }
  }
}
