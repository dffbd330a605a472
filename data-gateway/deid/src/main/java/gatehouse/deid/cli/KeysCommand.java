package gatehouse.deid.cli;

import gatehouse.deid.keys.KeysetFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code deid keys create|rotate FILE}: tells the id of the new key on standard output. */
final class KeysCommand {
  private KeysCommand() {}

  static int run(Options options, OutputStream out)
      throws IOException, UsageException, SetupException {
    if (options.rest().size() != 3) {
      throw new UsageException("keys needs create or rotate, and a file");
    }
    String id = id(options.rest().get(1), Path.of(options.rest().get(2)));
    out.write((id + "\n").getBytes(StandardCharsets.UTF_8));
    return Exit.DONE;
  }

  private static String id(String verb, Path file) throws UsageException, SetupException {
    try {
      return switch (verb) {
        case "create" -> KeysetFile.create(file);
        case "rotate" -> KeysetFile.rotate(file);
        default -> throw new UsageException("keys needs create or rotate, and a file");
      };
    } catch (IOException | IllegalArgumentException e) {
      throw new SetupException(String.valueOf(e.getMessage()));
    }
  }
}
