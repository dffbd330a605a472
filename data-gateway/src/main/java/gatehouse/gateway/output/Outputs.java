package gatehouse.gateway.output;

/** The register of outputs. */
public interface Outputs {
  /**
   * Registers, durably.
   *
   * @throws RuntimeException if it cannot: an answer that nobody registered must not be used
   */
  void register(OutputRecord output);
}
