/** The leak cases as other people's clients send them. */
@NullMarked
package gatehouse.gateway.leaks.clients;

import org.jspecify.annotations.NullMarked;
