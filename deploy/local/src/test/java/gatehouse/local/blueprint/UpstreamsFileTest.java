package gatehouse.local.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamsFileTest {
  @Test
  void theModelsStandWhereThisRunHasThem(@TempDir Path folder) throws Exception {
    PortPlan swapped =
        PortPlan.usual()
            .with(Listener.MODEL_IN_HOUSE, 8496)
            .with(Listener.MODEL_PUBLIC_CLOUD, 18496);
    UpstreamsFile upstreams = new UpstreamsFile(Checkout.root(), new RunFolder(folder), swapped);

    upstreams.run(line -> {});

    assertThat(Files.readString(upstreams.file()))
        .containsSubsequence("in-house:", "127.0.0.1:8496", "public-cloud:", "127.0.0.1:18496")
        .doesNotContain("127.0.0.1:8495");
  }
}
