/**
 * The question that everything else serves: may this application be used on this person for this
 * purpose, as things stood at a time and as they were known at a time? Pure functions over facts.
 */
@NullMarked
package gatehouse.consent.decision;

import org.jspecify.annotations.NullMarked;
