package gatehouse.gateway.permit;

/**
 * Who calls the gateway.
 *
 * @param role the role that allows the call
 * @param subject the token's {@code sub}; leaves the gateway only as a pseudonym
 * @param client the client whose token it is, such as {@code his}
 */
public record Caller(String role, String subject, String client) {}
