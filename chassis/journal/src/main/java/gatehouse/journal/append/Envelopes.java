package gatehouse.journal.append;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import gatehouse.journal.Entry;
import gatehouse.journal.store.StoredEntry;
import gatehouse.web.Ids;
import gatehouse.web.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns an entry into the bytes that are stored, hashed and published. */
@ApplicationScoped
public class Envelopes {

  /**
   * Below the broker's and the producer's own limit of 1 MiB, which an accepted entry must pass.
   */
  static final int MOST_BYTES = 900_000;

  private static final int SALT = 32;
  private static final int BUFFERS = 32;
  private static final byte[] DATA = ",\"data\":".getBytes(UTF_8);

  private final SecureRandom random = new SecureRandom();
  private final ObjectMapper mapper;
  private final ObjectWriter envelopes;
  private final Ids ids;
  private final InstantSource time;

  public Envelopes(ObjectMapper mapper, Ids ids, InstantSource time) {
    this.mapper =
        mapper
            .copy()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.INDENT_OUTPUT);
    // An entry holds nobody's texts, so its buffers may serve again.
    this.mapper.getFactory().setRecyclerPool(JsonRecyclerPools.newBoundedPool(BUFFERS));
    this.envelopes = this.mapper.writerFor(Envelope.class);
    this.ids = ids;
    this.time = time;
  }

  /**
   * The entry with its id, times, request id, salt and body.
   *
   * @throws IllegalArgumentException if its data are no JSON object or the body is too long
   */
  public StoredEntry seal(Entry entry) {
    // PostgreSQL keeps microseconds; the body must say the same as the columns.
    Instant recordedAt = time.instant().truncatedTo(ChronoUnit.MICROS);
    Instant occurredAt =
        entry.occurredAt() == null ? recordedAt : entry.occurredAt().truncatedTo(ChronoUnit.MICROS);
    return new StoredEntry(
        ids.next(),
        entry.type(),
        entry.subject(),
        entry.version(),
        occurredAt,
        recordedAt,
        entry.actor().role(),
        entry.actor().idHash(),
        entry.clauses(),
        entry.topic(),
        requestId(),
        salt(),
        body(entry, occurredAt, recordedAt));
  }

  /** Without it nobody can tell from the leaf what the entry said. */
  private byte[] salt() {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return salt;
  }

  private static @Nullable String requestId() {
    String current = RequestId.current();
    return RequestId.isAcceptable(current) ? current : null;
  }

  private byte[] body(Entry entry, Instant occurredAt, Instant recordedAt) {
    try {
      byte[] envelope =
          envelopes.writeValueAsBytes(
              new Envelope(
                  entry.subject(),
                  entry.version(),
                  occurredAt,
                  recordedAt,
                  new Who(entry.actor().role(), entry.actor().idHash()),
                  entry.clauses()));
      byte[] data = mapper.writeValueAsBytes(entry.data());
      if (data[0] != '{') {
        throw new IllegalArgumentException("an entry's data must be a JSON object");
      }
      byte[] body = within(envelope, data);
      if (body.length > MOST_BYTES) {
        throw new IllegalArgumentException("an entry's body is longer than " + MOST_BYTES);
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an entry's data cannot be written as JSON", e);
    }
  }

  /** The data as the envelope's last member: each part is written as JSON once. */
  private static byte[] within(byte[] envelope, byte[] data) {
    return ByteBuffer.allocate(envelope.length + DATA.length + data.length)
        .put(envelope, 0, envelope.length - 1)
        .put(DATA)
        .put(data)
        .put((byte) '}')
        .array();
  }

  @JsonPropertyOrder({"aggregateId", "version", "occurredAt", "recordedAt", "actor", "clauses"})
  record Envelope(
      String aggregateId,
      long version,
      Instant occurredAt,
      Instant recordedAt,
      Who actor,
      List<String> clauses) {}

  @JsonPropertyOrder({"role", "idHash"})
  record Who(String role, String idHash) {}
}
