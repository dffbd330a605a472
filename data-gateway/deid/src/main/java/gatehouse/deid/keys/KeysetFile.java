package gatehouse.deid.keys;

import gatehouse.deid.operators.Keyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * A file with a Tink keyset in JSON: keys of a pseudo-random function (HMAC-SHA-256), from which
 * the keys of every purpose and operator are derived. It holds the keys in the clear, so only its
 * owner and group may read it; {@code keys create} and {@code keys rotate} of the command line, or
 * Tink's own tool, write it.
 */
public final class KeysetFile {
  private static final Set<PosixFilePermission> FOREIGN =
      PosixFilePermissions.fromString("------rwx");

  private KeysetFile() {}

  /**
   * Reads the keys for a purpose. Keys that the keyset has disabled do not count.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if others may read it, it holds no such keyset, or Tink is not
   *     on the class path; the message says what to do and never tells of a key
   */
  public static Keyring read(Path file, String purpose) throws IOException {
    guard(file);
    String json = Files.readString(file);
    return withTink(file, () -> TinkKeyset.parse(json).keyring(purpose));
  }

  /**
   * Writes a new keyset with one key.
   *
   * @return the id of the key
   * @throws IOException if the file exists already or cannot be written
   */
  public static String create(Path file) throws IOException {
    TinkKeyset keyset = withTink(file, TinkKeyset::fresh);
    write(file, keyset, false);
    return keyset.primary();
  }

  /**
   * Adds a key for new values; the older ones stay, so that old data can be found and read again.
   *
   * @return the id of the new key
   * @throws IOException if the file cannot be read or written
   * @throws IllegalArgumentException as {@link #read} says
   */
  public static String rotate(Path file) throws IOException {
    guard(file);
    String json = Files.readString(file);
    TinkKeyset rotated = withTink(file, () -> TinkKeyset.parse(json).rotated());
    write(file, rotated, true);
    return rotated.primary();
  }

  private interface Step<T> {
    T run() throws GeneralSecurityException;
  }

  private static <T> T withTink(Path file, Step<T> step) {
    try {
      return step.run();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          file + " is no Tink keyset of HMAC-SHA-256 PRF keys; make one with: keys create FILE", e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "keys need com.google.crypto.tink:tink, 1.20 or later, on the class path", e);
    }
  }

  private static void guard(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(FOREIGN::contains)) {
      throw new IllegalArgumentException(
          file + " holds keys and everybody may read it; chmod o-rwx, or defaultMode 0440");
    }
  }

  /** Whole or not at all: a keyset cut short would be lost keys. */
  private static void write(Path file, TinkKeyset keyset, boolean replaces) throws IOException {
    if (!replaces && Files.exists(file)) {
      throw new IOException(file + " exists already; rotate adds a key to it");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(part, keyset.json());
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
