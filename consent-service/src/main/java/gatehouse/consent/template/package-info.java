/**
 * The forms that are signed: blocks of text per tier, linted before they are published, and never
 * edited afterwards.
 */
@NullMarked
package gatehouse.consent.template;

import org.jspecify.annotations.NullMarked;
