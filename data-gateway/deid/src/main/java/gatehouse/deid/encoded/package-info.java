/** Text that stands encoded inside a text: base64, hexadecimal, percent signs. */
@NullMarked
package gatehouse.deid.encoded;

import org.jspecify.annotations.NullMarked;
