package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A physician's words about an output, and the label that stays under them. */
@ApplicationScoped
@Clause("G-32")
public class Words {
  private final Contents contents;
  private final String visible;

  public Words(
      Contents contents, @ConfigProperty(name = "gatehouse.aigc.visible-text") String visible) {
    this.contents = contents;
    this.visible = visible;
  }

  /** The text with the visible label under it, once. */
  public String labelled(String text) {
    return text.stripTrailing().endsWith(visible) ? text : text + "\n\n" + visible;
  }

  /** {@code sha256:} and the SHA-256 of the text in UTF-8. */
  public static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void edited(Output output, String text) {
    contents.keep(output.id(), output.version(), Contents.Part.EDITED, text);
  }

  void stated(Output output, @Nullable String statement) {
    if (statement != null) {
      contents.keep(output.id(), output.version(), Contents.Part.STATEMENT, statement);
    }
  }
}
