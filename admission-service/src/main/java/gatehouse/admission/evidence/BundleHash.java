package gatehouse.admission.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.clauses.Clause;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the lines of a bundle; each line is preceded by its length, so none can blur. */
public final class BundleHash {
  private BundleHash() {}

  /** "sha256:" and 64 hexadecimal digits. */
  @Clause("G-24")
  public static String of(List<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String line : lines) {
        byte[] bytes = line.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
      }
      return "sha256:" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
