package gatehouse.gateway.upstream;

/** How far a destination is to be trusted (G-42, G-43). */
public enum Zone {
  /** In the house. */
  LOCAL,
  /** A private cloud under the hospital's control. */
  PRIVATE,
  /** Anything else: only what is verified clean may go there. */
  PUBLIC;

  /** Whether the destination may see what the permit allows, as it is. */
  public boolean isInHouse() {
    return switch (this) {
      case LOCAL, PRIVATE -> true;
      case PUBLIC -> false;
    };
  }
}
