/** Proves what holds for the whole gateway: its architecture, its contracts, its silence. */
@NullMarked
package gatehouse.gateway;

import org.jspecify.annotations.NullMarked;
