package gatehouse.deid.tagging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The weights of a trained tagger, and their file form: gzip, big-endian, rows of five. */
public final class Weights {
  private static final int MAGIC = 0x47484E31;

  /** Row of a feature times the tag count. */
  final short[] emission;

  /** Tag before times the tag count plus tag. */
  final short[] transition;

  Weights(short[] emission, short[] transition) {
    this.emission = emission;
    this.transition = transition;
  }

  /** The weights of the jar, trained as training/README.md tells. */
  public static Weights shipped() {
    return Shipped.WEIGHTS;
  }

  /**
   * Reads weights.
   *
   * @throws IOException if the stream holds no weights of this form
   */
  public static Weights read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new GZIPInputStream(stream, 1 << 16));
    if (in.readInt() != MAGIC || in.readInt() != Features.SIZE) {
      throw new IOException("not a name model of this version");
    }
    short[] transition = new short[Tags.COUNT * Tags.COUNT];
    for (int i = 0; i < transition.length; i++) {
      transition[i] = in.readShort();
    }
    short[] emission = new short[Features.SIZE * Tags.COUNT];
    byte[] bytes = in.readNBytes(emission.length * 2);
    if (bytes.length < emission.length * 2) {
      throw new IOException("the name model is cut short");
    }
    for (int i = 0; i < emission.length; i++) {
      emission[i] = (short) (bytes[2 * i] << 8 | (bytes[2 * i + 1] & 0xFF));
    }
    return new Weights(emission, transition);
  }

  /** Writes weights; the same weights give the same bytes. */
  public void write(OutputStream stream) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(stream, 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(Features.SIZE);
      for (short weight : transition) {
        out.writeShort(weight);
      }
      byte[] bytes = new byte[emission.length * 2];
      for (int i = 0; i < emission.length; i++) {
        bytes[2 * i] = (byte) (emission[i] >> 8);
        bytes[2 * i + 1] = (byte) emission[i];
      }
      out.write(bytes);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights weights
        && Arrays.equals(emission, weights.emission)
        && Arrays.equals(transition, weights.transition);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(transition);
  }

  private static final class Shipped {
    static final Weights WEIGHTS = load();

    private static Weights load() {
      try (InputStream in = Weights.class.getResourceAsStream("names.model.gz")) {
        if (in == null) {
          throw new IllegalStateException("the jar lacks names.model.gz");
        }
        return read(in);
      } catch (IOException e) {
        throw new IllegalStateException("names.model.gz cannot be read", e);
      }
    }
  }
}
