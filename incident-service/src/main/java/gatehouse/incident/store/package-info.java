/** What a row keeps that no query asks for, in one column of JSON. */
@NullMarked
package gatehouse.incident.store;

import org.jspecify.annotations.NullMarked;
