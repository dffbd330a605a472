package gatehouse.clauses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimedClausesTest {
  @TempDir Path root;

  @BeforeEach
  void listTwoClauses() throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(
        root.resolve("docs/clauses.yaml"),
        """
        # a comment
        - id: G-23
          class: ENF
          asks: "one: veto"
          claimed: true
        - id: G-26
          class: REC
          claimed: true
        - id: G-27
          class: ENF
          claimed: false
        """);
  }

  @Test
  void everyClaimOfThisSuiteIsProven() throws IOException {
    ClaimedClauses claims = ClaimedClauses.in(Path.of("../.."));
    System.out.println(claims.summary());
    assertEquals(List.of(), claims.faults());
  }

  @Test
  void claimWithoutCodeOrTestIsTold() throws IOException {
    assertEquals(
        List.of(
            "G-23 is claimed, but no code is marked to enforce it",
            "G-23 is claimed, but no test is marked to prove it"),
        faults());
  }

  @Test
  void claimWithBothSidesIsFine() throws IOException {
    write("svc/src/main/java/Veto.java", "@Clause(\"G-23\") class Veto {}");
    write("svc/src/test/java/VetoTest.java", "@Clause({\"G-22\",\n \"G-23\"}) class VetoTest {}");
    assertEquals(List.of("a test names G-22, which is no clause of docs/clauses.yaml"), faults());
  }

  @Test
  void summaryCountsTheOpenOnes() throws IOException {
    assertEquals("3 clauses: 2 claimed, 1 open", ClaimedClauses.in(root).summary());
  }

  private List<String> faults() throws IOException {
    return ClaimedClauses.in(root).faults();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
