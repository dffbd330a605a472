/** Scopes in SQL. */
@NullMarked
package gatehouse.consent.scope.store;

import org.jspecify.annotations.NullMarked;
