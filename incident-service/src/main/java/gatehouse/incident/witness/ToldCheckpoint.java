package gatehouse.incident.witness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service tells of its journal.
 *
 * @param origin the log's name
 * @param note the signed checkpoint
 * @param previous the size that it was told with before; 0 at the first time
 * @param proof hashes of RFC 9162, 2.1.4, that it goes on from there; hexadecimal
 * @param verifierKey the key that it says it signs with
 */
public record ToldCheckpoint(
    String origin, String note, long previous, List<String> proof, @Nullable String verifierKey) {
  public ToldCheckpoint {
    proof = List.copyOf(proof);
  }
}
