/**
 * Who acts: the person or system behind a token, reduced to what the rules of admission ask for. No
 * name is kept, only the token's subject.
 */
@NullMarked
package gatehouse.admission.person;

import org.jspecify.annotations.NullMarked;
