package gatehouse.gateway.decoding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Bytes that other bytes were packed into. */
final class Packed {
  /** Beyond this a packed stretch is a bomb, or too long to be read in time. */
  private static final int MOST = 1 << 20;

  private static final int SHORTEST = 8;
  private static final int SHORTEST_RAW = 24;

  /** How files begin that hold data which nobody here reads: pictures, documents, archives. */
  private static final List<byte[]> UNREADABLE =
      List.of(
          hex("89504e470d0a"),
          hex("ffd8ffe0"),
          hex("ffd8ffe1"),
          hex("ffd8ffdb"),
          hex("47494638"),
          hex("255044462d"),
          hex("28b52ffd"),
          hex("fd377a585a"),
          hex("377abcaf271c"),
          hex("526172211a07"),
          hex("425a68"),
          hex("d0cf11e0a1b1"),
          hex("4449434d"));

  private Packed() {}

  /**
   * What was packed.
   *
   * @return null if these are not packed bytes, or cannot be unpacked
   */
  static byte @Nullable [] unpacked(byte[] bytes) {
    if (bytes.length < SHORTEST) {
      return null;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    try {
      if (first == 0x1f && second == 0x8b) {
        return read(new GZIPInputStream(new ByteArrayInputStream(bytes)));
      }
      if (first == 'P' && second == 'K') {
        return entries(bytes);
      }
      // The two bytes of zlib's head are a multiple of 31 (RFC 1950).
      if ((first & 0x0f) == 8 && ((first << 8) | second) % 31 == 0) {
        return read(new InflaterInputStream(new ByteArrayInputStream(bytes)));
      }
      return bytes.length >= SHORTEST_RAW ? raw(bytes) : null;
    } catch (IOException _) {
      return null;
    }
  }

  /** Whether the bytes are a file of a kind that cannot be looked through. */
  static boolean isSealed(byte[] bytes) {
    if (bytes.length < SHORTEST_RAW) {
      return false;
    }
    for (byte[] start : UNREADABLE) {
      if (Arrays.equals(bytes, 0, start.length, start, 0, start.length)) {
        return true;
      }
    }
    return isPackage(bytes);
  }

  /** Whether the bytes begin as packed ones do, whatever they hold. */
  private static boolean isPackage(byte[] bytes) {
    return (bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b && bytes[2] == 8)
        || (bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4);
  }

  private static byte @Nullable [] raw(byte[] bytes) throws IOException {
    Inflater inflater = new Inflater(true);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater, 512)) {
      return in.readNBytes(MOST);
    } finally {
      inflater.end();
    }
  }

  private static byte[] read(InputStream packed) throws IOException {
    try (packed) {
      return packed.readNBytes(MOST);
    }
  }

  private static byte @Nullable [] entries(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      return zip.getNextEntry() == null ? null : zip.readNBytes(MOST);
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
