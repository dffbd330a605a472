package gatehouse.gateway.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digest of what a caller received: SHA-256 of the text of the one choice; of several choices,
 * SHA-256 of their digests in order. Not safe for use by several threads.
 */
public final class Delivered {
  private final SortedMap<Integer, MessageDigest> choices = new TreeMap<>();
  private final SortedMap<Integer, StringBuilder> texts = new TreeMap<>();
  private long characters;
  private long used;
  private boolean begun;

  void add(int choice, String text) {
    characters += text.length();
    texts.computeIfAbsent(choice, _ -> new StringBuilder()).append(text);
    choices.computeIfAbsent(choice, _ -> sha256()).update(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Notes what the model says it used; the last word counts. */
  public void used(long tokens) {
    if (tokens > 0) {
      used = tokens;
    }
  }

  /** Tokens that the answer used: as the model says, else one for each character delivered. */
  public long tokens() {
    return used > 0 ? used : characters;
  }

  /** Whether this is the first time that somebody asks, after the first piece of text. */
  public boolean begins() {
    boolean first = !begun && characters > 0;
    begun |= first;
    return first;
  }

  /** How long the text was, in UTF-16 units. */
  public long characters() {
    return characters;
  }

  /** What the caller received; of several choices, one after the other with a rule between. */
  public String text() {
    return String.join("\n\n---\n\n", texts.values());
  }

  /** {@code sha256:} and the digest; call once, at the end. */
  public String digest() {
    if (choices.size() == 1) {
      return hex(choices.firstEntry().getValue().digest());
    }
    MessageDigest all = sha256();
    choices.values().forEach(choice -> all.update(choice.digest()));
    return hex(all.digest());
  }

  private static String hex(byte[] digest) {
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
