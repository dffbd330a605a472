package gatehouse.embedded.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The users of one broker and their secrets. All secrets come from one key: who has the key knows
 * every one of them, who has a secret knows no other.
 */
public final class BrokerUsers {
  /** Whom no access rule binds: makes topics and rules, looks from outside, breaks on purpose. */
  public static final String OPERATOR = "operator";

  /** The broker as its own controller and its own peer sees it. */
  private static final String BROKER = "broker";

  // Nothing but this machine lies between client and broker, and the secrets are the run's own: a
  // hospital's broker takes SASL_SSL and SCRAM, which the services speak as well.
  private static final String PROTOCOL = "SASL_PLAINTEXT";
  private static final String MECHANISM = "PLAIN";
  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";

  private static final String CLIENTS = "CLIENTS";
  private static final String CONTROLLER = "CONTROLLER";
  private static final int KEY_BYTES = 32;

  private final byte[] key;

  private BrokerUsers(byte[] key) {
    this.key = key.clone();
  }

  /** Writes a new key there, readable by its owner only, unless one is there already. */
  public static void keepKey(Path file) {
    if (Files.exists(file)) {
      return;
    }
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    try {
      // A temporary file is its owner's alone from the first byte on, and never half a key.
      Path half = Files.createTempFile(file.toAbsolutePath().getParent(), "key", null);
      Files.writeString(half, Base64.getEncoder().encodeToString(fresh) + "\n");
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The users of that key. Without the file nobody has it, so nobody is let in by what comes out.
   *
   * @throws IllegalArgumentException when the file holds something else
   */
  public static BrokerUsers keyedBy(Path file) {
    if (!Files.exists(file)) {
      byte[] nobodys = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(nobodys);
      return new BrokerUsers(nobodys);
    }
    try {
      byte[] found = Base64.getDecoder().decode(Files.readString(file).strip());
      if (found.length == KEY_BYTES) {
        return new BrokerUsers(found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException _) {
      // Said below, without what stands in the file.
    }
    throw new IllegalArgumentException(
        file
            + " is no key of "
            + KEY_BYTES
            + " bytes in Base64; delete it, and stop and run again");
  }

  /** The user's secret: letters, digits, hyphens and underscores. */
  public String secretOf(String user) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] secret = mac.doFinal(("gatehouse broker user " + user).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a service is told in its environment, so that the broker knows it as that user. */
  public Map<String, String> variables(String user) {
    return Map.of(
        "GATEHOUSE_KAFKA_PROTOCOL", PROTOCOL,
        "GATEHOUSE_KAFKA_MECHANISM", MECHANISM,
        "GATEHOUSE_KAFKA_USER", user,
        "GATEHOUSE_KAFKA_PASSWORD", secretOf(user));
  }

  /** What a client of Kafka's own library needs, beside the address, to come as that user. */
  public Map<String, String> client(String user) {
    return Map.of(
        "security.protocol", PROTOCOL,
        "sasl.mechanism", MECHANISM,
        "sasl.jaas.config", login(user) + ";");
  }

  /**
   * What a broker needs to let in these services, the operator and nobody else, and to do for each
   * what the rules in its metadata allow. Without a rule nothing is allowed.
   *
   * @param port where it listens to clients
   * @param controllerPort where it listens to itself
   * @param advertised the port that clients are told
   */
  public Map<String, String> broker(
      Collection<String> services, int port, int controllerPort, int advertised) {
    String loopback = "://127.0.0.1:";
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "listeners", CLIENTS + loopback + port + "," + CONTROLLER + loopback + controllerPort);
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", CLIENTS + loopback + advertised);
    settings.put("inter.broker.listener.name", CLIENTS);
    settings.put(
        "listener.security.protocol.map",
        CLIENTS + ":" + PROTOCOL + "," + CONTROLLER + ":" + PROTOCOL);
    settings.put("sasl.enabled.mechanisms", MECHANISM);
    settings.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
    settings.put("sasl.mechanism.controller.protocol", MECHANISM);
    List<String> own = List.of(BROKER, OPERATOR);
    settings.put(jaas(CLIENTS), admitting(Stream.concat(own.stream(), services.stream())));
    // The controller takes orders, too: a door beside the door if it asked nobody who he is.
    settings.put(jaas(CONTROLLER), admitting(own.stream()));
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", own.stream().map(user -> "User:" + user).collect(joining(";")));
    settings.put("allow.everyone.if.no.acl.found", "false");
    return settings;
  }

  private static String jaas(String listener) {
    return "listener.name." + listener.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config";
  }

  private String admitting(Stream<String> users) {
    return users
        .distinct()
        .map(user -> " user_" + user + "=\"" + secretOf(user) + "\"")
        .collect(joining("", login(BROKER), ";"));
  }

  private String login(String user) {
    return LOGIN + " username=\"" + user + "\" password=\"" + secretOf(user) + "\"";
  }
}
