/**
 * Where in a text a web address, a link's target or a tag is: a value restored there would leave.
 */
@NullMarked
package gatehouse.deid.links;

import org.jspecify.annotations.NullMarked;
