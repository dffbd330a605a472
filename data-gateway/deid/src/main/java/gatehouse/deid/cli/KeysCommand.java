package gatehouse.deid.cli;

import gatehouse.deid.keys.KeysetFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code deid keys create|rotate FILE}: tells the id of the new key on standard output. */
final class KeysCommand {
  private KeysCommand() {}

  static int run(Options options, PrintStream out) throws IOException, UsageException {
    if (options.rest().size() != 3) {
      throw new UsageException("keys needs create or rotate, and a file");
    }
    Path file = Path.of(options.rest().get(2));
    switch (options.rest().get(1)) {
      case "create" -> out.println(KeysetFile.create(file));
      case "rotate" -> out.println(KeysetFile.rotate(file));
      default -> throw new UsageException("keys needs create or rotate, and a file");
    }
    return Exit.DONE;
  }
}
