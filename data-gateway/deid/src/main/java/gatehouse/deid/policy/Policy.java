package gatehouse.deid.policy;

import gatehouse.deid.finding.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which type of finding gets which treatment. A policy is a text file of {@code key = value} lines;
 * its name, version and hash go into every decision that rests on it.
 *
 * @param name its name, such as {@code public}
 * @param version as the file states it
 * @param hash {@code sha256:} and the digest of the file's bytes
 * @param treatments one entry for each type
 */
public record Policy(String name, String version, String hash, Map<Type, Treatment> treatments) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

  public Policy {
    treatments = Map.copyOf(treatments);
    for (Type type : Type.values()) {
      if (!treatments.containsKey(type)) {
        throw new IllegalArgumentException("policy " + name + " says nothing about " + type);
      }
    }
  }

  /**
   * A policy that is shipped in the jar: {@code public}, {@code in-house}, {@code refuse}.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Policy named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no policy of this name");
    }
    try (InputStream in = Policy.class.getResourceAsStream(name + ".policy")) {
      if (in == null) {
        throw new IllegalArgumentException("no policy named " + name);
      }
      return parse(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("policy " + name + " cannot be read", e);
    }
  }

  /**
   * Reads a policy file (UTF-8).
   *
   * @throws IllegalArgumentException if it is not complete or holds an unknown word
   */
  public static Policy parse(byte[] file) {
    String name = "";
    String version = "";
    Map<Type, Treatment> treatments = new EnumMap<>(Type.class);
    for (String line : new String(file, StandardCharsets.UTF_8).split("\\R", -1)) {
      String entry = line.strip();
      if (entry.isEmpty() || entry.startsWith("#")) {
        continue;
      }
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("not a policy entry: " + entry);
      }
      String key = entry.substring(0, equals).strip();
      String value = entry.substring(equals + 1).strip();
      switch (key) {
        case "name" -> name = value;
        case "version" -> version = value;
        default -> treatments.put(Type.valueOf(key), treatment(value));
      }
    }
    if (name.isEmpty() || version.isEmpty()) {
      throw new IllegalArgumentException("a policy needs a name and a version");
    }
    return new Policy(name, version, hash(file), treatments);
  }

  /** What happens to findings of a type. */
  public Treatment treatment(Type type) {
    Treatment treatment = treatments.get(type);
    if (treatment == null) {
      throw new IllegalStateException("unreachable: every type has a treatment");
    }
    return treatment;
  }

  private static Treatment treatment(String word) {
    return Treatment.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String hash(byte[] file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(digest.digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
