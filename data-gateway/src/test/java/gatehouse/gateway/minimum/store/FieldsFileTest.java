package gatehouse.gateway.minimum.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.clauses.Clause;
import gatehouse.gateway.minimum.FieldPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Clause("E-20")
class FieldsFileTest {
  @TempDir Path folder;

  @Test
  void theListThatComesAlongKnowsItsPurposes() {
    FieldPolicy shipped = FieldsFile.shipped();

    assertThat(shipped.version()).matches("1 sha256:[0-9a-f]{64}");
    assertThat(shipped.exceeds("CARE", Set.of("NOTES", "LAB"), Set.of("诊断", "valueQuantity")))
        .as("a field that is only structure is none to ask for")
        .isTrue();
    assertThat(shipped.exceeds("CARE", Set.of("NOTES", "LAB"), Set.of("诊断", "姓名"))).isFalse();
    assertThat(shipped.exceeds("RESEARCH", Set.of(), Set.of("姓名"))).isTrue();
    assertThat(shipped.exceeds("CARE", Set.of("PAYMENT"), Set.of())).isTrue();
  }

  @Test
  void everyFaultIsToldAtOnce() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("fields.yaml"),
            """
            version: "a b"
            groups: {clinical: [诊断], LAB: []}
            purposes: {CARE: {categories: [NOTES], groups: [NAME]}}
            """);

    assertThatThrownBy(() -> FieldsFile.read(file))
        .isInstanceOf(InvalidFieldsException.class)
        .hasMessageContaining("'version' is")
        .hasMessageContaining("group 'clinical'")
        .hasMessageContaining("group 'LAB' lists no fields")
        .hasMessageContaining("needs group 'NAME', which is not there");
  }

  @Test
  void aMisspeltMemberAndAMissingFileStopTheStart() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "verion: \"1\"\n");

    assertThatThrownBy(() -> FieldsFile.read(file)).hasMessageContaining("verion");
    assertThatThrownBy(() -> FieldsFile.read(folder.resolve("none")))
        .hasMessageContaining("cannot be read");
  }
}
