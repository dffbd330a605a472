package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.verify.Tampering.Way;
import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.finding.Earlier;
import gatehouse.verify.finding.Finding;
import gatehouse.verify.finding.Finding.Kind;
import gatehouse.verify.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand random tamperings of journals of 1 to 3,000 entries, always the same ones unless
 * {@code -Dseed=} says otherwise: each must be found, and be named by its number where that is
 * promised, otherwise by the narrowest stretch that checkpoints allow. With the untouched export
 * beside it each must be named by its number. Prints how many of each kind were.
 */
class TamperingTest {

  private static final int ROUNDS = 10_000;
  private static final List<Way> WAYS = List.of(Way.values());
  private static final List<VerifierKey> KEYS = List.of(VerifierKey.parse(Stage.KEY.verifierKey()));

  @TempDir Path folder;

  private final Random random = new Random(Long.getLong("seed", 20261122));
  private final Map<Way, Integer> counts = new EnumMap<>(Way.class);
  private final IdentityHashMap<Stage, ExportFile> untouched = new IdentityHashMap<>();
  private final Map<Way, Integer> exact = new EnumMap<>(Way.class);

  @Test
  void everyTamperingIsFoundAndNamed() throws Exception {
    List<Stage> few = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      few.add(Stage.of(random, 1 + random.nextInt(1 + i), 1 + random.nextInt(12), 24));
    }
    List<Stage> many = new ArrayList<>();
    for (int size : new int[] {255, 256, 257, 511, 512, 513, 1024, 3000}) {
      many.add(Stage.of(random, size, 50, 12));
    }
    for (int round = 0; round < ROUNDS; round++) {
      List<Stage> stages = round % 100 == 0 ? many : few;
      Stage stage = stages.get(random.nextInt(stages.size()));
      Way drawn = WAYS.get(random.nextInt(WAYS.size()));
      Way way = stage.size() == 1 && drawn.takesTwo() ? Way.DROP : drawn;
      tamper(stage, way, "round %d, %s of %d".formatted(round, way, stage.size()));
    }
    System.out.printf(
        "%,d random tamperings, all found: %s; named by one number without an earlier export: %s%n",
        ROUNDS, counts, exact);
    assertThat(counts).hasSize(WAYS.size());
    assertThat(counts.values()).allMatch(count -> count > ROUNDS / 20);
  }

  private void tamper(Stage stage, Way way, String name) throws IOException {
    Tampering tampering = Tampering.of(stage, way, random);
    // A signature takes longer to check than all the rest: not every round, only where it counts.
    boolean keyed = way == Way.EDIT_CHECKPOINT || random.nextInt(16) == 0;
    ExportFile export = write("export", tampering.bytes());

    Verdict verdict = new Replay(stage.witnessed(), keyed ? KEYS : List.of()).run(export, at -> {});

    assertThat(verdict).as(name).isInstanceOf(Tampered.class);
    Finding found = ((Tampered) verdict).finding();
    counts.merge(way, 1, Integer::sum);
    if (tampering.place() > 0) {
      exact.merge(way, found.isExact() ? 1 : 0, Integer::sum);
      String what = "%s, %s: %s".formatted(name, keyed ? "with a key" : "without", found);
      check(stage, tampering, keyed, found, what);
      ExportFile untouched = untouched(stage);
      Finding named = new Earlier(untouched, stage.witnessed()).name(found, export);
      assertThat(named.first()).as("earlier, %s, %s", what, named).isEqualTo(tampering.place());
      assertThat(named.isExact()).as("earlier, %s, %s", what, named).isTrue();
    }
  }

  private static void check(
      Stage stage, Tampering tampering, boolean keyed, Finding found, String what) {
    switch (tampering.promise()) {
      case EXACT -> exact(tampering.place(), found, what);
      case EXACT_WITH_KEY -> {
        if (keyed) {
          exact(tampering.place(), found, what);
        } else {
          between(stage, tampering.place(), false, found, what);
        }
      }
      case BETWEEN_CHECKPOINTS -> between(stage, tampering.place(), keyed, found, what);
      case BETWEEN_WITNESSED -> between(stage, tampering.place(), false, found, what);
      case EXACT_OR_DOUBTED -> {
        long certain = stage.heldBefore(tampering.place(), keyed);
        assertThat(found.first()).as(what).isGreaterThan(certain);
        assertThat(found.last()).as(what).isGreaterThanOrEqualTo(tampering.place());
        assertThat(found.first() == tampering.place() || !found.doubt().isEmpty())
            .as(what)
            .isTrue();
      }
      case KEY_ONLY -> assertThat(found.kind()).as(what).isEqualTo(Kind.CHECKPOINT);
    }
  }

  private static void exact(int place, Finding found, String what) {
    assertThat(found.first()).as(what).isEqualTo(place);
    assertThat(found.isExact()).as(what).isTrue();
  }

  /** The narrowest stretch there is; one entry where it has no more. */
  private static void between(Stage stage, int place, boolean signed, Finding found, String what) {
    assertThat(found.first()).as(what).isEqualTo(stage.heldBefore(place, signed) + 1);
    if (found.kind() != Kind.REMOVED) {
      assertThat(found.last()).as(what).isEqualTo(stage.heldBehind(place, signed));
      assertThat(found.doubt().isEmpty()).as(what).isEqualTo(found.isExact());
    }
  }

  private ExportFile untouched(Stage stage) throws IOException {
    ExportFile known = untouched.get(stage);
    if (known == null) {
      known = write("untouched-" + untouched.size(), stage.bytes());
      untouched.put(stage, known);
    }
    return known;
  }

  private ExportFile write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    // A file that is written anew is much cheaper than one that is shortened first.
    Files.deleteIfExists(file);
    Files.write(file, bytes);
    return ExportFile.open(file);
  }
}
