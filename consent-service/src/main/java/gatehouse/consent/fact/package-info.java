/**
 * What a person said or was told, when it was said and when this service learned of it. Facts are
 * added and never changed: everything that is decided is decided from them.
 */
@NullMarked
package gatehouse.consent.fact;

import org.jspecify.annotations.NullMarked;
