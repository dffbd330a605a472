/** Shows how far withdrawals have come, and takes the word of those who did a step. */
@NullMarked
package gatehouse.consent.procedure.rest;

import org.jspecify.annotations.NullMarked;
