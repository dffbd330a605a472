/** The allow-list as a file. */
@NullMarked
package gatehouse.gateway.minimum.store;

import org.jspecify.annotations.NullMarked;
