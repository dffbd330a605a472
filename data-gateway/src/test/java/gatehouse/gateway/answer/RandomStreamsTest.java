package gatehouse.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

  @Test
  @Clause("G-44")
  void noStreamGetsAnotherPatientsValue() throws Exception {
    RandomStreams.Seen seen = new RandomStreams(7).run(3_000);

    assertThat(seen.restored()).isGreaterThan(10_000);
    assertThat(seen.foreign()).isZero();
    assertThat(seen.different()).isZero();
  }
}
