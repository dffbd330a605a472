package gatehouse.deid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.document.Part.Group;
import gatehouse.deid.document.Part.Text;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeidentifiedDocumentTest {
  private static final Part PATIENT =
      new Group(
          "Patient",
          List.of(
              new Text("note", "走廊遇蒯予乐的车"),
              new Group("name", List.of(new Text("text", "姓名：蒯予乐"))),
              new Text("telecom", "电话13800138000"),
              new Text("telecom", "血压平稳")));

  private static Context context() {
    return new Context(KnownIdentifiers.none(), Placeholders.fresh(new SecureRandom()));
  }

  private static DeidentifiedDocument treat(String policy, Part part) {
    return DeidentifiedDocument.of(Deidentifier.of(Policy.named(policy)), part, context());
  }

  @Test
  void everyTextHasItsPath() {
    assertThat(treat("public", PATIENT).fields().keySet())
        .containsExactly(
            "/Patient/note", "/Patient/name/text", "/Patient/telecom[0]", "/Patient/telecom[1]");
  }

  @Test
  void theTreeKeepsItsShapeAndANameOfOneFieldIsFoundInAll() {
    DeidentifiedDocument result = treat("public", PATIENT);
    assertThat(result.refused()).isFalse();
    assertThat(result.root())
        .isInstanceOfSatisfying(
            Group.class,
            root -> {
              assertThat(root.parts()).extracting(Part::name).hasSize(4).startsWith("note", "name");
              assertThat(root.parts().get(3)).isEqualTo(new Text("telecom", "血压平稳"));
            });
    assertThat(result.fields().values())
        .noneMatch(field -> field.text().contains("蒯予乐") || field.text().contains("138"));
  }

  @Test
  void oneRefusedTextRefusesTheDocument() {
    DeidentifiedDocument result = treat("refuse", PATIENT);
    assertThat(result.refused()).isTrue();
    assertThat(result.root())
        .isInstanceOfSatisfying(
            Group.class, root -> assertThat(root.parts()).contains(new Text("telecom", "")));
  }

  @Test
  void aDocumentNestedTooDeepIsAClearError() {
    Part part = new Text("t", "x");
    for (int i = 0; i < 100_000; i++) {
      part = new Group("g", List.of(part));
    }
    Part deep = part;
    assertThatThrownBy(() -> treat("public", deep))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nested deeper");
  }
}
