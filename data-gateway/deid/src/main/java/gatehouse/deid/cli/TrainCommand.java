package gatehouse.deid.cli;

import gatehouse.deid.tagging.Weights;
import gatehouse.deid.training.TrainingFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code deid train DIR --out MODEL}: the same folder, epochs and seed give the same file. */
final class TrainCommand {
  private static final int EPOCHS = 12;
  private static final int SEED = 20261121;

  private TrainCommand() {}

  static int run(Options options, PrintStream errors) throws IOException, UsageException {
    Path target = options.path("--out");
    if (options.rest().size() != 2 || target == null) {
      throw new UsageException("train needs a folder and --out MODEL");
    }
    int epochs = options.number("--epochs", EPOCHS);
    int seed = options.number("--seed", SEED);
    if (!Files.isDirectory(Path.of(options.rest().get(1)))) {
      throw new UsageException("train needs a folder; " + options.rest().get(1) + " is none");
    }
    Weights weights = TrainingFolder.train(Path.of(options.rest().get(1)), epochs, seed);
    try (OutputStream out = Files.newOutputStream(target)) {
      weights.write(out);
    }
    errors.println("trained " + target + ", " + Files.size(target) + " bytes");
    return Exit.DONE;
  }
}
