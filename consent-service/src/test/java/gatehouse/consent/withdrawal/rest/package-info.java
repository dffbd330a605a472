@NullMarked
package gatehouse.consent.withdrawal.rest;

import org.jspecify.annotations.NullMarked;
