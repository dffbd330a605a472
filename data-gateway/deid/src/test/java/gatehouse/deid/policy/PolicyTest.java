package gatehouse.deid.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.deid.finding.Type;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  @ParameterizedTest
  @ValueSource(strings = {"public", "in-house", "refuse", "release"})
  void shippedPoliciesHaveANameAVersionAndAHash(String name) {
    Policy policy = Policy.named(name);
    assertThat(policy.name()).isEqualTo(name);
    assertThat(policy.version()).isNotEmpty();
    assertThat(policy.hash()).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void publicKeepsNothing() {
    assertThat(Policy.named("public").treatments().values()).doesNotContain(Treatment.KEEP);
  }

  @Test
  void noPolicyKeepsATierOneType() {
    for (String name : new String[] {"public", "in-house", "refuse", "release"}) {
      for (Type type : Type.values()) {
        if (type.tier() == 1) {
          assertThat(Policy.named(name).treatment(type)).isNotEqualTo(Treatment.KEEP);
        }
      }
    }
  }

  @Test
  void anIncompletePolicyIsRefused() {
    byte[] file = "name = x\nversion = 1\nPHONE = redact\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Policy.parse(file)).hasMessageContaining("says nothing about");
  }

  @Test
  void aNameIsNoPath() {
    assertThatThrownBy(() -> Policy.named("../policy/public"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
