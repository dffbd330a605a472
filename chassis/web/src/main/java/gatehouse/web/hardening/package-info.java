/** Refuses requests that no honest client sends, before anything reads them. */
@NullMarked
package gatehouse.web.hardening;

import org.jspecify.annotations.NullMarked;
