/** Tells others of scopes through the journal. */
@NullMarked
package gatehouse.consent.scope.events;

import org.jspecify.annotations.NullMarked;
