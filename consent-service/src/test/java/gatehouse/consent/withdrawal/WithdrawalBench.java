package gatehouse.consent.withdrawal;

import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.named;
import static java.util.Objects.requireNonNull;

import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.lease.Fact;
import gatehouse.lease.bench.EnforcementBench;
import gatehouse.lease.bench.No;
import gatehouse.pseudonym.Pseudonyms;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Prints how fast withdrawals reach two holders of leases, over HTTP, with the real database. No
 * test: run with
 *
 * <pre>./mvnw -pl consent-service test -Dtest=WithdrawalBench -Dwithdrawals=1000</pre>
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class WithdrawalBench {

  @Inject Pseudonyms pseudonyms;

  @Test
  void withdrawals() {
    EnforcementBench.run(
        "withdrawal",
        new Withdrawing(),
        Integer.getInteger("withdrawals", 1_000),
        leases(),
        Tokens.as("gateway").roles("GATEWAY_SYSTEM").token());
  }

  private static URI leases() {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return URI.create("http://127.0.0.1:" + port + "/v1/leases");
  }

  /** A patient takes everything back at the counter. */
  private final class Withdrawing implements No {
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    @Override
    public String freshKey() {
      String number = fresh("00");
      String reference = pseudonyms.of("HIS", number).value();
      numbers.put(reference, number);
      return reference;
    }

    @Override
    public String say(String reference) {
      String id =
          clerk()
              .body(Map.of("patient", named(requireNonNull(numbers.get(reference)))))
              .post("/v1/withdrawals")
              .jsonPath()
              .getString("withdrawalId");
      return "/v1/withdrawals/" + id;
    }

    @Override
    public boolean isEnforced(String path) {
      return "ENFORCED".equals(clerk().get(path).jsonPath().getString("enforcement.state"));
    }

    @Override
    public String keyOf(Fact fact) {
      return fact.key();
    }

    @Override
    public void tidy() {}
  }
}
