package gatehouse.faults.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A disk of its own for the data of database and broker, in memory, so that it can be filled
 * without harm to anybody else. Where mounting is not allowed there is none, and the fault is left
 * out.
 */
public final class FullDisk implements AutoCloseable {
  private static final String SIZE = "3g";
  private static final int BLOCK = 1 << 20;
  private static final long REST = 16L << 20;

  private final Path folder;
  private final Attempt mounting;
  private volatile boolean isShrunk;

  private FullDisk(Path folder, Attempt mounting) {
    this.folder = folder;
    this.mounting = mounting;
  }

  static FullDisk under(Path folder) {
    return mountedBy("mount", folder);
  }

  /** With another program in the place of {@code mount}. */
  static FullDisk mountedBy(String mount, Path folder) {
    return new FullDisk(
        folder, Attempt.at(mount, "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString()));
  }

  /** Whether this machine allowed it. */
  public boolean isAvailable() {
    return mounting.succeeded();
  }

  /** Why it did not; empty if it did. */
  Optional<LeftOut> leftOut() {
    return isAvailable()
        ? Optional.empty()
        : Optional.of(new LeftOut("full disk", mounting.said()));
  }

  /** Writes until not a byte fits any more. */
  public void fill() {
    if (!isAvailable()) {
      throw new IllegalStateException("no disk of our own");
    }
    // Almost full by its size: the kernel would need half a minute of a busy machine for all of it.
    // Where more was written meanwhile than the rest, the kernel refuses, and all of it is filled.
    isShrunk = isResized(Long.toString(used() + REST));
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(block);
      }
    } catch (IOException _) {
      // Full.
    }
  }

  /** Gives the room back. */
  public void free() {
    try {
      Files.deleteIfExists(filler());
      if (isShrunk && !isResized(SIZE)) {
        throw new IllegalStateException("the disk cannot be given its size back");
      }
      isShrunk = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts there what {@link #keepIn} has kept; nothing if it has kept nothing. */
  void restoreFrom(Path kept) {
    if (Files.exists(kept) && !succeeds("cp", "-a", kept + "/.", folder.toString())) {
      throw new IllegalStateException("the data in " + kept + " cannot be put back");
    }
  }

  /** Copies what must outlive the disk; one that is no disk of its own outlives everything. */
  void keepIn(Path kept) {
    if (!isAvailable()) {
      return;
    }
    succeeds("rm", "-rf", kept.toString());
    if (!succeeds("cp", "-a", folder.toString(), kept.toString())) {
      throw new IllegalStateException("the data could not be kept in " + kept);
    }
  }

  @Override
  public void close() {
    if (isAvailable() && !succeeds("umount", folder.toString())) {
      // Somebody still looks into it; it goes when they do.
      succeeds("umount", "--lazy", folder.toString());
    }
  }

  private long used() {
    try {
      FileStore disk = Files.getFileStore(folder);
      return disk.getTotalSpace() - disk.getUnallocatedSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isResized(String size) {
    return succeeds("mount", "-o", "remount,size=" + size, folder.toString());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private static boolean succeeds(String... command) {
    return Attempt.at(command).succeeded();
  }
}
