package gatehouse.inbox.receive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as bytes and back: key, headers and value, whatever they are. */
final class ParkedRecord {
  private static final int ABSENT = -1;

  private ParkedRecord() {}

  /** Where the record stood; what its seal is bound to. */
  static String place(String topic, int partition, long offset) {
    return topic + '/' + partition + '/' + offset;
  }

  static byte[] bytes(ConsumerRecord<byte[], byte[]> record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, record.key());
      write(out, record.value());
      for (Header header : record.headers()) {
        out.writeUTF(header.key());
        write(out, header.value());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static ConsumerRecord<byte[], byte[]> of(String topic, int partition, long offset, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      ConsumerRecord<byte[], byte[]> record =
          new ConsumerRecord<>(topic, partition, offset, read(in), read(in));
      while (in.available() > 0) {
        record.headers().add(in.readUTF(), read(in));
      }
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    out.writeInt(bytes == null ? ABSENT : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private static byte @Nullable [] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == ABSENT ? null : in.readNBytes(length);
  }
}
