package gatehouse.gateway.block;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that was not let out.
 *
 * @param reason such as {@code RAW_EGRESS}
 * @param deployment where it should have gone, as configured; null if there is no such place
 * @param zone trust zone of that place
 * @param client the client that sent it
 * @param role the caller's role
 * @param counts how often each type was found
 * @param places where, without what
 */
public record Block(
    UUID id,
    Instant at,
    String reason,
    String application,
    @Nullable String deployment,
    @Nullable String zone,
    String client,
    String role,
    Map<String, Integer> counts,
    List<Place> places) {
  /** More places than this are counted, not listed. */
  public static final int MOST_PLACES = 50;

  public Block {
    counts = Map.copyOf(counts);
    places = List.copyOf(places.subList(0, Math.min(places.size(), MOST_PLACES)));
  }

  /**
   * A masked position.
   *
   * @param path in the protocol's own words
   * @param type what was found
   * @param start first character in the string there, -1 where it has none
   * @param length characters
   */
  public record Place(String path, String type, int start, int length) {}
}
