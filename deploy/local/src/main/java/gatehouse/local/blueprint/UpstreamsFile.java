package gatehouse.local.blueprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the gateway's calls may go in this run: the gateway's own example, with the two
 * demonstration models at the ports that they really have.
 */
final class UpstreamsFile implements Preparation {
  private static final List<Listener> MODELS =
      List.of(Listener.MODEL_IN_HOUSE, Listener.MODEL_PUBLIC_CLOUD);

  private final Path example;
  private final Path file;
  private final PortPlan ports;

  UpstreamsFile(Path checkout, RunFolder run, PortPlan ports) {
    this.example = checkout.resolve("data-gateway/upstreams.example.yaml");
    this.file = run.path().resolve("upstreams.yaml");
    this.ports = ports;
  }

  /** Where it is written to. */
  Path file() {
    return file;
  }

  @Override
  public void run(Consumer<String> progress) throws IOException {
    String text = Files.readString(example);
    for (Listener model : MODELS) {
      // Two steps, because one model may have got the other one's usual port.
      text = text.replace("127.0.0.1:" + model.usualPort(), "<" + model.label() + ">");
    }
    for (Listener model : MODELS) {
      text = text.replace("<" + model.label() + ">", "127.0.0.1:" + ports.of(model));
    }
    Files.writeString(file, text);
  }
}
