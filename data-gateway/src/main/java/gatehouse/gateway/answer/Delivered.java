package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text that a caller received, and its digest: SHA-256 of the text of the one choice; of
 * several choices, SHA-256 of their digests in order. What a model thinks aloud is no part of it:
 * nobody takes it into a record, and whoever checks the digest has the content. Not safe for use by
 * several threads.
 */
public final class Delivered {
  /** In this order, however they came. */
  private static final List<String> SAID = List.of("content", "refusal");

  private final SortedMap<Integer, Told> choices = new TreeMap<>();
  private long thought;
  private long used;
  private boolean anything;
  private boolean begun;

  /** A message of a chat, or what a piece of a stream adds to it. */
  void message(int choice, Json.Obj message) {
    for (String field : ChatAnswer.TEXTS) {
      String text = message.string(field);
      if (text != null && SAID.contains(field)) {
        add(choice, SAID.indexOf(field), text);
      } else if (text != null) {
        thought += text.length();
        anything |= !text.isEmpty();
      }
    }
  }

  /** A piece of the text that stands at this place among those of its choice. */
  void add(int choice, int place, String text) {
    anything |= !text.isEmpty();
    told(choice).texts.computeIfAbsent(place, _ -> new StringBuilder()).append(text);
  }

  private Told told(int choice) {
    return choices.computeIfAbsent(choice, _ -> new Told());
  }

  /** Notes what the model says it used; the last word counts. */
  public void used(long tokens) {
    if (tokens > 0) {
      used = tokens;
    }
  }

  /**
   * Tokens that the answer used: as the model says, else one for each character, of its thoughts,
   * too.
   */
  public long tokens() {
    return used > 0 ? used : characters() + thought;
  }

  /** Whether this is the first time that somebody asks, after the first piece of text. */
  public boolean begins() {
    boolean first = !begun && anything;
    begun |= first;
    return first;
  }

  /** How long the text was, in UTF-16 units. */
  public long characters() {
    return choices.values().stream().mapToLong(told -> told.text().length()).sum();
  }

  /** What the caller received; of several choices, one after the other with a rule between. */
  public String text() {
    return String.join("\n\n---\n\n", choices.values().stream().map(Told::text).toList());
  }

  /** {@code sha256:} and the digest. */
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

  /** What one choice said. */
  private static final class Told {
    private final SortedMap<Integer, StringBuilder> texts = new TreeMap<>();

    String text() {
      return String.join("", texts.values());
    }

    byte[] digest() {
      return sha256().digest(text().getBytes(StandardCharsets.UTF_8));
    }
  }
}
