package gatehouse.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.Verdict.Verified;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.export.ExportedEntry;
import gatehouse.verify.finding.Earlier;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies an exported journal or a single proof; {@code --help} tells how. */
public final class Main {

  static final int VERIFIED = 0;
  static final int TAMPERED = 1;
  static final int WRONG_USAGE = 2;
  static final int UNREADABLE = 3;

  private final PrintStream out;
  private final PrintStream err;

  Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Ends with the exit code that {@code --help} lists. */
  public static void main(String[] line) {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    PrintStream err = new PrintStream(System.err, true, UTF_8);
    System.exit(new Main(out, err).run(List.of(line)));
  }

  /** Does what the command line asks for and returns the exit code. */
  int run(List<String> line) {
    if (line.contains("--help") || line.contains("-h")) {
      out.print(Texts.HELP);
      return VERIFIED;
    }
    try {
      Arguments arguments = Arguments.parse(line);
      return switch (arguments.verb()) {
        case EXPORT -> export(arguments);
        case INCLUSION -> inclusion(arguments);
        case CONSISTENCY -> consistency(arguments);
      };
    } catch (IllegalArgumentException e) {
      err.println("Wrong usage: " + e.getMessage() + ". --help tells more.");
      return WRONG_USAGE;
    } catch (NoSuchFileException e) {
      err.println("Cannot read: there is no " + e.getFile() + ". Nothing was verified.");
      return UNREADABLE;
    } catch (IOException e) {
      err.println("Cannot read: " + e.getMessage() + ". Nothing was verified.");
      return UNREADABLE;
    }
  }

  private int export(Arguments arguments) throws IOException {
    List<VerifierKey> keys = Evidence.keys(arguments.optional("--key"));
    List<Checkpoint> witnessed = Evidence.checkpoints(arguments.required("--checkpoint"), keys);
    ExportFile export = ExportFile.open(arguments.file());
    requireSameJournal(export, witnessed.getFirst());
    Progress progress = new Progress(err, export.size());
    Earlier earlier = earlier(arguments, witnessed);
    Verdict verdict = new Replay(witnessed, keys).run(export, progress);
    if (earlier != null && verdict instanceof Tampered tampered) {
      verdict = new Tampered(earlier.name(tampered.finding(), export), tampered.tally());
    }
    Texts texts = new Texts(out, witnessed, !keys.isEmpty());
    switch (verdict) {
      case Verified verified -> texts.print(verified);
      case Tampered tampered -> texts.print(tampered);
    }
    out.println(progress.rate(verdict.tally().entries()));
    return verdict instanceof Verified ? VERIFIED : TAMPERED;
  }

  private static @Nullable Earlier earlier(Arguments arguments, List<Checkpoint> witnessed)
      throws IOException {
    Path file = arguments.optional("--earlier");
    if (file == null) {
      return null;
    }
    ExportFile kept = ExportFile.open(file);
    requireSameJournal(kept, witnessed.getFirst());
    return new Earlier(kept, witnessed);
  }

  /** Two files of two services are a slip of the hand, and must not look like a forged journal. */
  private static void requireSameJournal(ExportFile export, Checkpoint witnessed)
      throws IOException {
    String origin = OwnCheckpoints.originOf(export);
    if (origin != null && !origin.equals(witnessed.origin())) {
      throw new IOException(
          "the export is of %s, the witness of %s".formatted(origin, witnessed.origin()));
    }
  }

  private int inclusion(Arguments arguments) throws IOException {
    Checkpoint checkpoint = checkpoint(arguments, "--checkpoint");
    if (!(Evidence.proof(arguments.file()) instanceof Proof.Inclusion proof)) {
      throw new IOException(arguments.file() + " is no inclusion proof");
    }
    requireSize("the proof", proof.size(), checkpoint);
    if (!proof.holds(checkpoint.head())) {
      return refuse("the proof does not lead to the checkpoint's root");
    }
    Path entry = arguments.optional("--entry");
    if (entry == null) {
      out.printf(
          "VERIFIED: a leaf stands at place %d of %d. Give --entry to verify what it says.%n",
          proof.seq(), proof.size());
      return VERIFIED;
    }
    ExportedEntry stated = Evidence.entry(entry);
    if (stated.seq() != proof.seq() || !Arrays.equals(stated.leaf(), proof.leaf())) {
      return refuse("the entry is not the one that the proof speaks of");
    }
    out.printf("VERIFIED: this entry stands at place %d of %d.%n", proof.seq(), proof.size());
    return VERIFIED;
  }

  private int consistency(Arguments arguments) throws IOException {
    Checkpoint first = checkpoint(arguments, "--from");
    Checkpoint second = checkpoint(arguments, "--checkpoint");
    if (!(Evidence.proof(arguments.file()) instanceof Proof.Consistency proof)) {
      throw new IOException(arguments.file() + " is no consistency proof");
    }
    if (!first.origin().equals(second.origin())) {
      throw new IOException("the checkpoints are of two journals");
    }
    requireSize("the proof's beginning", proof.from(), first);
    requireSize("the proof's end", proof.to(), second);
    if (!proof.holds(first.head(), second.head())) {
      return refuse("the later history does not continue the earlier one");
    }
    out.printf(
        "VERIFIED: the history of %d entries continues the one of %d.%n", proof.to(), proof.from());
    return VERIFIED;
  }

  private static Checkpoint checkpoint(Arguments arguments, String option) throws IOException {
    List<VerifierKey> keys = Evidence.keys(arguments.optional("--key"));
    return Evidence.checkpoint(arguments.required(option), keys);
  }

  private static void requireSize(String what, long size, Checkpoint checkpoint)
      throws IOException {
    if (size != checkpoint.size()) {
      throw new IOException(
          "%s is for size %d, the checkpoint is of size %d: ask for a proof of that size"
              .formatted(what, size, checkpoint.size()));
    }
  }

  private int refuse(String reason) {
    out.println("NOT VERIFIED: " + reason + ".");
    out.println("Next: keep all files as they are, and verify the whole export.");
    return TAMPERED;
  }
}
