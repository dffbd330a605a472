package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  @Test
  void uuidsAreAcceptable() {
    assertThat(RequestId.isAcceptable(UUID.randomUUID().toString())).isTrue();
    assertThat(RequestId.isAcceptable("00000000-0000-0000-0000-000000000000")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0199f0a0-0000-4000-8000-00000000000",
        "0199f0a0-0000-4000-8000-0000000000011",
        "0199F0A0-0000-4000-8000-000000000001",
        "0199f0a000000-4000-8000-000000000001",
        "0199f0a0-0000-4000-8000-00000000000g",
        "0199f0a0-0000-4000-8000-00000000000:",
        "0199f0a0-0000-4000-8000-0000000000 1",
        "0199f0a0-0000-4000-8000-00000000000\n",
        "--------0000-0000-0000-000000000000a",
      })
  void nothingElseIs(String id) {
    assertThat(RequestId.isAcceptable(id)).isFalse();
  }

  @Test
  void noIdIsNotAcceptable() {
    assertThat(RequestId.isAcceptable(null)).isFalse();
  }
}
