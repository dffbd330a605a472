package gatehouse.consent.text.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.consent.text.TextDigest;
import gatehouse.consent.text.Texts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Texts in PostgreSQL. */
@ApplicationScoped
class SqlTexts implements Texts {
  private final Rows rows;

  SqlTexts(Rows rows) {
    this.rows = rows;
  }

  @Override
  public TextDigest add(String text) {
    TextDigest digest = TextDigest.of(text);
    // Two people may publish the same words at once: the second finds them there.
    rows.getEntityManager()
        .createNativeQuery(
            """
            INSERT INTO {h-schema}text (digest, content) VALUES (?1, ?2)
            ON CONFLICT (digest) DO NOTHING\
            """)
        .setParameter(1, digest.value())
        .setParameter(2, text.getBytes(UTF_8))
        .executeUpdate();
    return digest;
  }

  @Override
  public Optional<String> find(TextDigest digest) {
    return rows.findByIdOptional(digest.value()).map(row -> new String(row.content, UTF_8));
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<TextRow, String> {}
}
