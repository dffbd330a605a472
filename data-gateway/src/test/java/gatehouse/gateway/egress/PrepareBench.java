package gatehouse.gateway.egress;

import gatehouse.gateway.bench.CostOfText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Prints what one call towards a public cloud costs from its body to the bytes that may leave, in
 * processor time of its thread. No test: run with
 *
 * <pre>./mvnw -pl data-gateway test -Dtest=PrepareBench -Dtest.compiler=-XX:+TieredCompilation
 * </pre>
 */
class PrepareBench {
  private static final KnownOfPatient KNOWN =
      new KnownOfPatient(
          List.of("张伟民"),
          List.of("李秀兰"),
          List.of("13812345678"),
          List.of("110101196803070032"),
          List.of("00123456"),
          List.of("北京市海淀区中关村大街27号院3号楼502室"));

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  @Test
  void prepares() {
    CostOfText.print(
        text -> Requests.says(text, KNOWN),
        request -> prepare.prepare(request).getClass().getSimpleName());
  }
}
