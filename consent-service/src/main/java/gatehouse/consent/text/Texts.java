package gatehouse.consent.text;

import java.util.Optional;

/** Every text that was ever published, under the digest of its bytes. */
public interface Texts {

  /** Keeps the text and tells under which digest. Adding it again changes nothing. */
  TextDigest add(String text);

  /** The text, byte for byte. */
  Optional<String> find(TextDigest digest);
}
