/** What the stages find: typed spans with a confidence, and how overlapping spans become one. */
@NullMarked
package gatehouse.deid.finding;

import org.jspecify.annotations.NullMarked;
