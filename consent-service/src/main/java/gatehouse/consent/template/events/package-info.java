/** Tells others of templates through the journal. */
@NullMarked
package gatehouse.consent.template.events;

import org.jspecify.annotations.NullMarked;
