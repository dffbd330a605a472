/**
 * A service like any other to the journal, whose every effect leaves a row of its own. The services
 * of the suite keep what they hear under keys, so that hearing it twice changes nothing; here it
 * would show.
 */
@NullMarked
package gatehouse.station;

import org.jspecify.annotations.NullMarked;
