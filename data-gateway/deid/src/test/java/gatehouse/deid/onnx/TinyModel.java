package gatehouse.deid.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the smallest model of use: one Gather, which looks up a token's scores in a table. The
 * file form is ONNX's protocol buffers (onnx.proto3, IR version 8, operator set 13), by hand.
 */
final class TinyModel {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private TinyModel() {}

  /** A model with one row of scores for each token. */
  static byte[] of(float[][] table) {
    Message node = new Message();
    node.text(1, "table").text(1, "input_ids").text(2, "scores").text(4, "Gather");
    ByteBuffer raw =
        ByteBuffer.allocate(table.length * table[0].length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : table) {
      for (float score : row) {
        raw.putFloat(score);
      }
    }
    Message tensor = new Message();
    tensor.number(1, table.length).number(1, table[0].length).number(2, FLOAT);
    tensor.text(8, "table").bytes(9, raw.array());
    Message graph = new Message();
    graph.bytes(1, node.bytes()).text(2, "tiny").bytes(5, tensor.bytes());
    graph.bytes(11, value("input_ids", INT64, 2)).bytes(12, value("scores", FLOAT, 3));
    Message operators = new Message().text(1, "").number(2, 13);
    return new Message().number(1, 8).bytes(7, graph.bytes()).bytes(8, operators.bytes()).bytes();
  }

  private static byte[] value(String name, int type, int dimensions) {
    Message shape = new Message();
    for (int i = 0; i < dimensions; i++) {
      shape.bytes(1, new Message().text(2, "d" + i).bytes());
    }
    Message tensor = new Message().number(1, type).bytes(2, shape.bytes());
    Message wrapped = new Message().bytes(1, tensor.bytes());
    return new Message().text(1, name).bytes(2, wrapped.bytes()).bytes();
  }

  /** A message of protocol buffers. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message bytes(int field, byte[] value) {
      varint((long) field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while (rest >= 0x80) {
        out.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
