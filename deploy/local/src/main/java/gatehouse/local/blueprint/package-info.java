/**
 * What the local suite is made of, as data: its parts, what each listens on, what it waits for, how
 * it is started and how one sees that it is ready.
 */
@NullMarked
package gatehouse.local.blueprint;

import org.jspecify.annotations.NullMarked;
