package gatehouse.local.blueprint;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * With what the operator comes to the broker of this run, as a file for the story, and for Kafka's
 * own tools ({@code --command-config}).
 */
record OperatorFile(RunFolder run, Map<String, String> operator, int port) implements Preparation {
  OperatorFile {
    operator = Map.copyOf(operator);
  }

  @Override
  public void run(Consumer<String> progress) throws IOException {
    Properties properties = new Properties();
    properties.putAll(operator);
    properties.setProperty("bootstrap.servers", "127.0.0.1:" + port);
    // A temporary file is its owner's alone from the first byte on.
    Path half = Files.createTempFile(run.path(), "operator", null);
    try (Writer out = Files.newBufferedWriter(half)) {
      properties.store(out, "The operator of this run's broker; good for this machine only");
    }
    Files.move(half, run.operator(), StandardCopyOption.REPLACE_EXISTING);
  }
}
