/** The public register over HTTP, without login. */
@NullMarked
package gatehouse.admission.register.rest;

import org.jspecify.annotations.NullMarked;
