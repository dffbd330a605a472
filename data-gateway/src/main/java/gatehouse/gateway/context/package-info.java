/** What a call says about itself, at once or by the permit that was asked for before. */
@NullMarked
package gatehouse.gateway.context;

import org.jspecify.annotations.NullMarked;
