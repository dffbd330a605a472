package gatehouse.verify.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.verify.tree.Proofs.Head;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProofsTest {

  @ParameterizedTest
  @MethodSource("inclusion")
  void inclusionIsJudgedAsInTheVectors(String[] row) {
    Head head = new Head(Long.parseUnsignedLong(row[3]), base64(row[4]));

    boolean holds =
        Proofs.includes(head, Long.parseUnsignedLong(row[2]), base64(row[5]), path(row[6]));

    assertThat(holds).as(row[0]).isEqualTo(row[1].equals("false"));
  }

  @ParameterizedTest
  @MethodSource("consistency")
  void consistencyIsJudgedAsInTheVectors(String[] row) {
    Head first = new Head(Long.parseLong(row[2]), base64(row[4]));
    Head second = new Head(Long.parseLong(row[3]), base64(row[5]));

    boolean holds = Proofs.extend(first, second, path(row[6]));

    assertThat(holds).as(row[0]).isEqualTo(row[1].equals("false"));
  }

  static Stream<Object[]> inclusion() {
    return rows("inclusion");
  }

  static Stream<Object[]> consistency() {
    return rows("consistency");
  }

  /** Each row as the one argument of a test. */
  private static Stream<Object[]> rows(String name) {
    String resource = "/vectors/" + name + ".tsv";
    try (InputStream in = Objects.requireNonNull(ProofsTest.class.getResourceAsStream(resource))) {
      List<Object[]> rows =
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> new Object[] {line.split("\t", -1)})
              .toList();
      assertThat(rows).hasSize(98);
      return rows.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each hash is followed by a comma, so that an empty one is not the same as none. */
  private static List<byte[]> path(String text) {
    List<String> parts = List.of(text.split(",", -1));
    return parts.subList(0, parts.size() - 1).stream().map(ProofsTest::base64).toList();
  }

  private static byte[] base64(String text) {
    return Base64.getDecoder().decode(text);
  }
}
