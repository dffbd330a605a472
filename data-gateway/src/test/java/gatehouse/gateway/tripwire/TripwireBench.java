package gatehouse.gateway.tripwire;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.gateway.bench.CostOfText;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Prints what the last look costs, in processor time of its thread. No test: run with
 *
 * <pre>./mvnw -pl data-gateway test -Dtest=TripwireBench -Dtest.compiler=-XX:+TieredCompilation
 * </pre>
 */
class TripwireBench {
  private static final List<String> KNOWN =
      List.of(
          "张伟民", "李秀兰", "13812345678", "110101196803070032", "00123456", "北京市海淀区中关村大街27号院3号楼502室");

  private final Tripwire tripwire = new Tripwire(System::nanoTime);

  @Test
  void scans() {
    CostOfText.print(TripwireBench::body, body -> tripwire.scan(body, KNOWN));
  }

  private static byte[] body(String text) {
    String body =
        "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"总结\"},"
            + "{\"role\":\"user\",\"content\":\""
            + text.replace("\n", "\\n")
            + "\"}],\"temperature\":0.3}";
    return body.getBytes(UTF_8);
  }
}
