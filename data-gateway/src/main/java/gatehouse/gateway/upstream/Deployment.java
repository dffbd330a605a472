package gatehouse.gateway.upstream;

/**
 * An application at an upstream.
 *
 * @param application the application's code
 * @param model what the upstream calls the model
 */
public record Deployment(String application, Upstream upstream, String model) {

  /** The name by which a caller asks for it: that of its upstream. */
  public String name() {
    return upstream.name();
  }
}
