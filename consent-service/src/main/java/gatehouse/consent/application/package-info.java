/**
 * What this service knows of the AI applications that admission-service admits: the code, the tier
 * that decides the form of consent, and the status. A copy, never the truth.
 */
@NullMarked
package gatehouse.consent.application;

import org.jspecify.annotations.NullMarked;
