/** The person behind the token of the present request. */
@NullMarked
package gatehouse.admission.person.rest;

import org.jspecify.annotations.NullMarked;
