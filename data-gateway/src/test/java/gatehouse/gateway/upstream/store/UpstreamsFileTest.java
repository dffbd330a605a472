package gatehouse.gateway.upstream.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.clauses.Clause;
import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.Deployment;
import gatehouse.gateway.upstream.Deployments;
import gatehouse.gateway.upstream.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Clause({"G-42", "G-43"})
class UpstreamsFileTest {
  private static final String GOOD =
      """
      upstreams:
        cloud: {url: https://llm.example/v1/, zone: PUBLIC, country: CN, policy: public, credential: "env:KEY"}
      applications:
        notes: {cloud: large}
      """;

  @TempDir Path folder;

  @Test
  void readsTheExample() {
    Deployments deployments = UpstreamsFile.read(Path.of("upstreams.example.yaml"), _ -> null);

    assertThat(deployments.applications())
        .containsExactly("note-assistant", "discharge-summary", "wayfinding");
    Deployment first = deployments.find("note-assistant", null);
    assertThat(first).isNotNull();
    assertThat(first.upstream().zone()).isEqualTo(Zone.LOCAL);
    assertThat(deployments.find("wayfinding", "public-cloud")).isNull();
  }

  @Test
  void keepsKeysByReference() throws IOException {
    Deployment cloud = read(GOOD).find("notes", "cloud");

    assertThat(cloud).isNotNull();
    assertThat(cloud.upstream().credential()).isEqualTo(new Credential.FromEnvironment("KEY"));
    assertThat(cloud.upstream().url()).hasToString("https://llm.example/v1");
  }

  @ParameterizedTest
  @CsvSource({
    "https://llm.example/v1/, http://llm.example/v1, must begin with https://",
    "https://llm.example/v1/, https://u:p@llm.example/v1, keys go to 'credential'",
    "https://llm.example/v1/, ftp://llm.example, begins with http:// or https://",
    "zone: PUBLIC, zone: OUTSIDE, 'one of [LOCAL, PRIVATE, PUBLIC]'",
    "country: CN, country: XX, needs a country",
    "policy: public, policy: none, 'one of [PUBLIC, REFUSE]'",
    "zone: PUBLIC, zone: LOCAL, no policy applies",
    "env:KEY, sk-live-1234567890, never write the key itself",
    "env:KEY, env:UNSET, which is not set",
    "env:KEY, file:/nowhere/key, cannot be read",
    "notes: {cloud, notes: {elsewhere, which is not usable",
    "notes: {cloud: large}, notes: {}, has no upstream",
    "applications:, sources:, not well-formed",
    "notes:, Notes!:, a name is a-z"
  })
  void saysWhatIsWrong(String part, String instead, String sentence) {
    assertThatThrownBy(() -> read(GOOD.replace(part, instead)))
        .isInstanceOf(InvalidUpstreamsException.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("sk-live");
  }

  @Test
  void aMissingFileIsAClearSentence() {
    assertThatThrownBy(() -> UpstreamsFile.read(folder.resolve("none.yaml"), _ -> null))
        .hasMessageContaining("GATEHOUSE_UPSTREAMS");
  }

  private Deployments read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("upstreams.yaml"), yaml);
    return UpstreamsFile.read(file, Map.of("KEY", "secret")::get);
  }
}
