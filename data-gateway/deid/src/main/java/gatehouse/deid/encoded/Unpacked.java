package gatehouse.deid.encoded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** What gzip (RFC 1952) or zlib (RFC 1950) packed. */
final class Unpacked {
  /** Beyond this a stretch is a bomb; whoever looks behind this engine must refuse it. */
  private static final int MOST = 1 << 20;

  private static final int SHORTEST = 8;

  private Unpacked() {}

  /** The readable pieces of the first bytes, unpacked; empty if they are not packed. */
  static String text(byte[] bytes, int length) {
    boolean gzip = length >= SHORTEST && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
    boolean zlib =
        length >= SHORTEST
            && bytes[0] == 0x78
            && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) % 31 == 0;
    if (!gzip && !zlib) {
      return "";
    }
    InputStream packed = new ByteArrayInputStream(bytes, 0, length);
    try (InputStream in = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
      byte[] all = in.readNBytes(MOST);
      return ReadableBytes.of(all, all.length);
    } catch (IOException e) {
      return "";
    }
  }
}
