package gatehouse.journal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.journal.NotRecordedException;
import gatehouse.web.Problems;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class NotRecordedMapperTest {
  @Test
  void whatCannotBeRecordedIsAskedToComeAgain() {
    Response answer =
        new NotRecordedMapper(new Problems()).map(new NotRecordedException("queue full", null));

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
  }
}
