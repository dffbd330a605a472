package gatehouse.local.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakHomeTest {
  private static final List<String> OPTIONS = List.of("--db=postgres");

  @TempDir private Path distribution;
  private Path written;

  @BeforeEach
  void aBuild() throws IOException {
    written = distribution.resolve("lib/quarkus/quarkus-application.dat");
    Files.createDirectories(written.getParent());
    Files.writeString(written, "built");
  }

  @Test
  void fitsWhatWasBuiltWithTheseOptions() throws IOException {
    KeycloakHome.BuiltMark mark = new KeycloakHome.BuiltMark(distribution, OPTIONS);
    assertThat(mark.fits()).isFalse();

    mark.set();

    assertThat(mark.fits()).isTrue();
    assertThat(new KeycloakHome.BuiltMark(distribution, List.of("--db=dev-file")).fits()).isFalse();
  }

  @Test
  void doesNotFitWhatWasUnpackedAgain() throws IOException {
    KeycloakHome.BuiltMark mark = new KeycloakHome.BuiltMark(distribution, OPTIONS);
    mark.set();

    Files.setLastModifiedTime(written, FileTime.from(Instant.parse("2026-08-31T09:10:00Z")));

    assertThat(mark.fits()).isFalse();
  }
}
