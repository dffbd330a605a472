package gatehouse.local.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlanTest {
  @Test
  void aSavedPlanIsTheSame(@TempDir Path folder) {
    PortPlan plan = PortPlan.usual().with(Listener.KAFKA, 19092);

    plan.save(folder.resolve("ports"));

    PortPlan read = PortPlan.savedIn(folder.resolve("ports"));
    assertThat(read.of(Listener.KAFKA)).isEqualTo(19092);
    assertThat(read.url(Listener.GATEWAY)).isEqualTo("http://127.0.0.1:8480");
  }

  @Test
  void withoutASavedPlanItIsTheUsualOne(@TempDir Path folder) {
    assertThat(PortPlan.savedIn(folder.resolve("ports")).of(Listener.POSTGRES)).isEqualTo(8494);
  }

  @Test
  void whatIsNoPortIsRefused() {
    assertThatThrownBy(() -> PortPlan.usual().with(Listener.KAFKA, 65536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65536");
  }

  @Test
  void anUnknownLabelNamesTheOnesThatExist() {
    assertThatThrownBy(() -> Listener.labelled("kafkaa"))
        .hasMessageContaining("kafkaa")
        .hasMessageContaining("model-public-cloud");
  }
}
