/**
 * PostgreSQL, Kafka and an OIDC issuer without Docker: the real database and the real broker as
 * parts of a test's JVM or of the local suite, on loopback only. Tests use {@link
 * gatehouse.embedded.Parts} and {@link gatehouse.embedded.Tokens}; {@code deploy/local} starts the
 * same broker and database as processes of their own.
 */
@NullMarked
package gatehouse.embedded;

import org.jspecify.annotations.NullMarked;
