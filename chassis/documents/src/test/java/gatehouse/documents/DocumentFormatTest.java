package gatehouse.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFormatTest {
  private static final Note NOTE =
      new Note(
          "欧阳明月",
          Instant.parse("2026-11-22T08:00:00.123456Z"),
          LocalDate.of(2026, 11, 22),
          new BigDecimal("0.950"),
          Map.of(Kind.FIRST, List.of(1, 2)),
          null);

  private final DocumentFormat format = new DocumentFormat();

  enum Kind {
    FIRST
  }

  record Note(
      String text,
      Instant at,
      LocalDate day,
      BigDecimal limit,
      Map<Kind, List<Integer>> counts,
      @Nullable Kind kind) {
    boolean isLate() {
      return true;
    }
  }

  record Count(int count) {}

  record Unspeakable(@Nullable String said) {
    @Override
    public String said() {
      return Objects.requireNonNull(said, "欧阳明月");
    }
  }

  @Test
  void aRecordComesBackAsItWasAndTellsNothingThatItOnlyKnows() {
    String written = format.toString(NOTE, Note.class);

    assertThat(written).contains("\"2026-11-22T08:00:00.123456Z\"").doesNotContain("late");
    assertThat(format.<Note>fromString(written, Note.class)).isEqualTo(NOTE);
  }

  @Test
  void timesThatWereWrittenAsSecondsAreRead() {
    String written = format.toString(NOTE, Note.class);

    String before = written.replace("\"2026-11-22T08:00:00.123456Z\"", "1795334400.123456000");

    assertThat(before).isNotEqualTo(written);
    assertThat(format.<Note>fromString(before, Note.class)).isEqualTo(NOTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"count\":\"欧阳明月\"}",
        "{\"count\":1,\"欧阳明月\":2}",
        "{\"count\":null,\"of\":\"欧阳明月\"}",
        "{\"count\":1 欧阳明月",
        "欧阳明月"
      })
  void whatCannotBeReadIsNotQuoted(String stored) {
    assertThatNothingIsQuoted(() -> format.fromString(stored, Count.class));
  }

  @Test
  void whatCannotBeWrittenIsNotQuoted() {
    assertThatNothingIsQuoted(() -> format.toString(new Unspeakable(null), Unspeakable.class));
  }

  private static void assertThatNothingIsQuoted(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause()
        .hasMessageContaining("DocumentFormatTest")
        .hasMessageNotContaining("欧阳");
  }
}
