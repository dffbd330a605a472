/** How often an application may be called, and how many tokens it may use. */
@NullMarked
package gatehouse.gateway.budget;

import org.jspecify.annotations.NullMarked;
