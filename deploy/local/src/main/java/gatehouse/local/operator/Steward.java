package gatehouse.local.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The development realm's data steward, who orders what is erased (ADR 0119). */
public final class Steward implements AutoCloseable {
  private static final String ERASURES = "/v1/journal/erasures";
  private static final int REFUSED_FROM = 400;
  private static final int FAILED_FROM = 500;

  /** All entries of a subject are destroyed in one transaction. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SignedIn steward;

  /**
   * Signs in.
   *
   * @param issuer address of the realm
   * @throws NoAnswerException if the realm gives no token
   */
  public Steward(String issuer) {
    steward = new SignedIn(issuer, "lin.steward");
  }

  /**
   * Orders the erasure of a subject at the service of that address.
   *
   * @param reason a word of the service's contract
   * @param reference where the order is filed
   * @throws NoAnswerException if nobody is there, or the service fails
   */
  public Erased erase(String service, String subject, String reason, String reference) {
    Map<String, ?> order = Map.of("subject", subject, "reason", reason, "reference", reference);
    HttpResponse<String> answer;
    try {
      answer = steward.post(service, ERASURES, order, PATIENCE);
    } catch (NoAnswerException e) {
      if (e.mayBeDone()) {
        return new Erased.Unknown();
      }
      throw e;
    }
    int status = answer.statusCode();
    if (status == 404) {
      return new Erased.NothingThere();
    }
    if (status >= REFUSED_FROM && status < FAILED_FROM) {
      JsonNode problem = steward.read(answer);
      return new Erased.Refused(
          problem.path("titleEn").asText(), problem.path("actionEn").asText());
    }
    JsonNode done = steward.expect(200, answer);
    return new Erased.Done(
        done.path("order").asText(), done.path("erased").asLong(), done.path("left").asLong());
  }

  @Override
  public void close() {
    steward.close();
  }
}
