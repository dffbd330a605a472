/**
 * What was held back at the door. A block tells the security team what kind of thing was found
 * where, who sent it and where to; never the text.
 */
@NullMarked
package gatehouse.gateway.block;

import org.jspecify.annotations.NullMarked;
