package gatehouse.deid.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A folder to a folder, several files at once. Can be stopped and started again: what is done
 * already, with the same settings and from a file that has not changed since, is not done again.
 */
final class FolderRun {
  private final FileRun files;
  private final Tally tally;
  private final Path from;
  private final Path to;

  /**
   * A run.
   *
   * @throws UsageException if one folder is the other
   */
  FolderRun(FileRun files, Tally tally, Path from, Path to) throws IOException, UsageException {
    this.files = files;
    this.tally = tally;
    this.from = from.toRealPath();
    this.to = to.toAbsolutePath().normalize();
    if (Files.isDirectory(to) && Files.isSameFile(from, to)) {
      throw new UsageException("--out is the folder that is read: take another one");
    }
  }

  /** Every file below the first folder to the same place below the second. */
  void run(OutputMark mark, int threads, Progress progress) throws IOException, UsageException {
    Files.createDirectories(to);
    mark.put(to);
    List<Path> inputs = inputs();
    files.warnOfNames(inputs.stream().map(from::relativize).toList());
    progress.start(inputs.size());
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    for (Path input : inputs) {
      workers.execute(() -> {
        one(input);
        progress.step();
      });
    }
    workers.shutdown();
    try {
      if (!workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
        throw new IOException("the files take longer than centuries");
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void one(Path input) {
    Path output = to.resolve(from.relativize(input));
    try {
      if (Files.exists(output)
          && Files.getLastModifiedTime(input).compareTo(Files.getLastModifiedTime(output)) <= 0) {
        tally.skipped();
        return;
      }
    } catch (IOException e) {
      files.failed(input.toString(), FileRun.reason(e));
      return;
    }
    files.file(input, output);
  }

  /** Files in order; what is no file or cannot be entered is reported. */
  private List<Path> inputs() throws IOException {
    List<Path> inputs = new ArrayList<>();
    Path real = to.toRealPath();
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(real) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file)) {
              inputs.add(file);
            } else {
              files.failed(file.toString(), "is no file");
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            files.failed(file.toString(), FileRun.reason(e));
            return FileVisitResult.CONTINUE;
          }
        });
    inputs.sort(null);
    return inputs;
  }
}
