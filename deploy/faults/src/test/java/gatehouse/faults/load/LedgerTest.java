package gatehouse.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsOnTheDiskIsReadBack() {
    Path file = folder.resolve("ledger.tsv");
    Acknowledged one = new Acknowledged("station", "turned", Acknowledged.ID, "1");
    Acknowledged other = new Acknowledged("data-gateway", "decided", "/data/application", "x-2");
    try (Ledger ledger = new Ledger(file)) {
      ledger.add(one);
      assertThat(ledger.size()).isZero();
      ledger.sync();
      assertThat(Ledger.read(file, "station")).containsExactly(one);

      ledger.add(other);
    }

    assertThat(Ledger.read(file, "station")).containsExactly(one);
    assertThat(Ledger.read(file, "data-gateway")).containsExactly(other);
  }

  @Test
  void aLaterLegGoesOnBehindWhatStandsThere() {
    Path file = folder.resolve("legs.tsv");
    Acknowledged one = new Acknowledged("station", "turned", Acknowledged.ID, "1");
    Acknowledged other = new Acknowledged("station", "turned", Acknowledged.ID, "2");
    try (Ledger first = new Ledger(file)) {
      first.add(one);
    }

    try (Ledger second = new Ledger(file)) {
      assertThat(second.size()).isEqualTo(1);
      second.add(other);
    }

    assertThat(Ledger.read(file, "station")).containsExactly(one, other);
  }
}
