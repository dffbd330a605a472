package gatehouse.journal.publish;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** A broker that answers, and refuses. Waiting mends nothing then: somebody has to act. */
public final class Refusal {
  private static final int DEEPEST = 20;

  private Refusal() {}

  /**
   * What whoever runs the service can do about it, to stand behind a sentence; empty where the
   * trouble is another. It quotes nothing of what the broker said.
   */
  public static String remedy(Throwable trouble) {
    return Stream.iterate(trouble, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .map(Refusal::ofOne)
        .filter(remedy -> !remedy.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String ofOne(Throwable cause) {
    return switch (cause) {
      case AuthenticationException _ ->
          "; the broker does not know who we are: set GATEHOUSE_KAFKA_USER and"
              + " GATEHOUSE_KAFKA_PASSWORD, and GATEHOUSE_KAFKA_PROTOCOL and _MECHANISM as it has"
              + " them";
      case AuthorizationException _ ->
          "; the broker does not allow it: deploy/topics.csv says who writes and reads a topic,"
              + " deploy/container/create-topics.sh tells the broker";
      default -> "";
    };
  }
}
