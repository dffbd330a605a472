package gatehouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theFolderWithDotMvnIsFoundFromBelow() throws Exception {
    Files.createDirectories(folder.resolve(".mvn"));
    Path below = Files.createDirectories(folder.resolve("a/b"));

    assertThat(Checkout.rootAbove(below)).isEqualTo(folder);
  }

  @Test
  void outsideACheckoutThatIsSaid() {
    assertThatThrownBy(() -> Checkout.rootAbove(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(".mvn");
  }
}
