package gatehouse.deid.placeholders;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamingRestoreTest {
  private final Placeholders session = Placeholders.fresh(new SecureRandom());
  private final String name = session.token(Type.PERSON, "王小明", "王小明");
  private final String phone = session.token(Type.PHONE, "13800138000", "13800138000");

  @Test
  void aTokenSplitAnywhereIsRestored() {
    String text = "请" + name + "回电" + phone + "。";
    for (int cut = 0; cut <= text.length(); cut++) {
      StreamingRestore stream = session.streaming();
      String out = stream.push(text.substring(0, cut)) + stream.push(text.substring(cut));
      assertThat(out + stream.finish()).isEqualTo("请王小明回电13800138000。");
    }
  }

  @Test
  void nothingIsHeldBackWithoutAnOpenSentinel() {
    StreamingRestore stream = session.streaming();
    assertThat(stream.push("血压平稳")).isEqualTo("血压平稳");
    assertThat(stream.push("，" + name.substring(0, 3))).isEqualTo("，");
    assertThat(stream.push(name.substring(3))).isEqualTo("王小明");
  }

  @Test
  void anOpenSentinelHoldsNoMoreThanTheLongestToken() {
    StreamingRestore stream = session.streaming();
    String flood = "⟦" + "x".repeat(1000);
    assertThat(stream.push(flood)).isEqualTo(flood);
  }

  @Test
  void truncatedMangledAndForeignTokensStay() {
    String truncated = name.substring(0, name.length() - 1);
    String mangled = name.replace("-1-", "-2-");
    String foreign = Placeholders.fresh(new SecureRandom()).token(Type.PERSON, "李四", "李四");
    for (String token : new String[] {truncated, mangled, foreign}) {
      assertThat(session.restore("a" + token + "b")).isEqualTo("a" + token + "b");
    }
  }

  @Test
  void numbersThatShareAPrefixStayApart() {
    Placeholders many = Placeholders.fresh(new SecureRandom());
    StringBuilder masked = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 130; i++) {
      masked.append(many.token(Type.PERSON, "n" + i, "n" + i)).append(' ');
      expected.append("n").append(i).append(' ');
    }
    assertThat(many.restore(masked.toString())).isEqualTo(expected.toString());
  }

  @Test
  void valuesAreEncodedWhereTheCallerAsks() {
    String token = session.token(Type.ADDRESS, "a\"b", "a\"b");
    assertThat(session.restore(token, value -> value.replace("\"", "\\\""))).isEqualTo("a\\\"b");
  }

  @Test
  void aTokenSaysNothingOfItsValue() {
    Random seed = new Random(7);
    for (int i = 0; i < 50; i++) {
      String value = Long.toString(seed.nextLong(10_000_000, 99_999_999));
      assertThat(session.token(Type.QQ, value, value)).doesNotContain(value.substring(0, 4));
    }
  }

  @Test
  void theCheckCharacterTellsAChangedCharacter() {
    String body = "NAME-12-KQXMBT";
    for (int i = 0; i < body.length(); i++) {
      char changed = body.charAt(i) == 'A' ? 'B' : 'A';
      String other = body.substring(0, i) + changed + body.substring(i + 1);
      if (body.charAt(i) != '-') {
        assertThat(CheckCharacter.of(other)).isNotEqualTo(CheckCharacter.of(body));
      }
    }
  }
}
