/**
 * What exactly a person is asked to agree to: purpose, activities, data, recipients, period and
 * algorithm, in versions, and which change of them is material.
 */
@NullMarked
package gatehouse.consent.scope;

import org.jspecify.annotations.NullMarked;
