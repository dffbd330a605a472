package gatehouse.gateway.standing;

/**
 * What people do when the AI may not: the written manual procedure (G-53).
 *
 * @param zh Chinese
 * @param en English
 */
public record ManualRoute(String zh, String en) {}
