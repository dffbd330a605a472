package gatehouse.verify.tree;

/**
 * Another order of the same leaves: pieces of the row of places, each of which takes the leaves
 * that stand some places behind its own (or before, if negative).
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Order(int[] ends, int[] shifts) {

  /** Leaves out some leaves; those behind them move up. */
  public static Order without(int first, int count, int places) {
    return new Order(new int[] {first, places}, new int[] {0, count});
  }

  /**
   * Puts one leaf to another place; those between make room.
   *
   * @param from where it stands, maybe behind all places
   */
  public static Order moved(int from, int to, int places) {
    if (from < to) {
      return new Order(new int[] {from, to, to + 1, places}, new int[] {0, 1, from - to, 0});
    }
    int behind = Math.min(from + 1, places);
    return new Order(new int[] {to, to + 1, behind, places}, new int[] {0, from - to, -1, 0});
  }

  /**
   * Changes two leaves round.
   *
   * @param one the place in front
   * @param other the place behind it, maybe behind all places
   */
  public static Order swapped(int one, int other, int places) {
    int before = Math.min(other, places);
    int behind = Math.min(other + 1, places);
    return new Order(
        new int[] {one, one + 1, before, behind, places},
        new int[] {0, other - one, 0, one - other, 0});
  }

  /** The piece that holds all these places; -1 if they lie in several. */
  int piece(int from, int to) {
    int piece = 0;
    while (ends[piece] <= from) {
      piece++;
    }
    return to <= ends[piece] ? piece : -1;
  }

  /** Which leaf this order has at the place. */
  int leaf(int place) {
    return place + shifts[piece(place, place + 1)];
  }
}
