package gatehouse.journal.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * Whether a broker wants a login from a service that was told to have none. Such a broker tells the
 * version of its protocol and then ends each connection without a word, so that Kafka's own clients
 * see nothing but nobody there. Asked for its ways to log in (SaslHandshake of Kafka's protocol,
 * with no user and no secret) it says whether there are any.
 */
public final class LoginDemand {
  private static final int MILLIS = 2_000;
  private static final int LONGEST_ANSWER = 1 << 16;

  /** The first and the only correlation id of the connection. */
  private static final int CORRELATION = 1;

  private final Map<String, Object> kafka;

  /** Asks the brokers of these settings of Kafka's client. */
  public LoginDemand(Map<String, Object> kafka) {
    this.kafka = Map.copyOf(kafka);
  }

  /**
   * What whoever runs the service can do about it, to stand behind a sentence; empty where no
   * broker answers, or none wants a login, or the service has one. Takes a few seconds at most.
   */
  public String remedy() {
    return brokers().stream()
        .map(LoginDemand::waysToLogIn)
        .filter(ways -> !ways.isEmpty())
        .findFirst()
        .map(ways ->
            "; the broker wants a login and we were told to have none: set"
                + " GATEHOUSE_KAFKA_PROTOCOL to SASL_SSL (or SASL_PLAINTEXT),"
                + " GATEHOUSE_KAFKA_MECHANISM to one of "
                + ways
                + ", GATEHOUSE_KAFKA_USER and GATEHOUSE_KAFKA_PASSWORD")
        .orElse("");
  }

  private List<InetSocketAddress> brokers() {
    Object protocol = kafka.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
    Object addresses = kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    if (addresses == null
        || !(protocol == null || SecurityProtocol.PLAINTEXT.name.equals(protocol))) {
      return List.of();
    }
    try {
      return ClientUtils.parseAndValidateAddresses(
          List.of(addresses.toString().split(",")), "use_all_dns_ips");
    } catch (KafkaException _) {
      // A name that nobody resolves: nobody is there.
      return List.of();
    }
  }

  private static List<String> waysToLogIn(InetSocketAddress broker) {
    try (Socket socket = new Socket()) {
      socket.connect(broker, MILLIS);
      socket.setSoTimeout(MILLIS);
      socket.getOutputStream().write(question());
      return answer(new DataInputStream(socket.getInputStream()));
    } catch (IOException _) {
      return List.of();
    }
  }

  /** A request is its length, then key, version, correlation id and client; then the mechanism. */
  private static byte[] question() throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(request);
    fields.writeShort(ApiKeys.SASL_HANDSHAKE.id);
    fields.writeShort(1);
    fields.writeInt(CORRELATION);
    text(fields, "gatehouse");
    text(fields, "NONE");
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    DataOutputStream frame = new DataOutputStream(framed);
    frame.writeInt(request.size());
    request.writeTo(frame);
    return framed.toByteArray();
  }

  /** The broker knows no mechanism of that name, and says which it has; or it has none at all. */
  private static List<String> answer(DataInputStream fields) throws IOException {
    int length = fields.readInt();
    if (length < 0 || length > LONGEST_ANSWER || fields.readInt() != CORRELATION) {
      return List.of();
    }
    if (fields.readShort() != Errors.UNSUPPORTED_SASL_MECHANISM.code()) {
      return List.of();
    }
    List<String> ways = new ArrayList<>();
    int count = fields.readInt();
    for (int i = 0; i < count && i < length; i++) {
      byte[] name = new byte[fields.readUnsignedShort()];
      fields.readFully(name);
      ways.add(new String(name, UTF_8));
    }
    return ways;
  }

  private static void text(DataOutputStream fields, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    fields.writeShort(bytes.length);
    fields.write(bytes);
  }
}
