/**
 * What a text says to whom knows its code: escapes, markup, rows of character codes, base64 and its
 * kin, packed bytes. Nothing here judges what was read; the tripwire does.
 */
@NullMarked
package gatehouse.gateway.decoding;

import org.jspecify.annotations.NullMarked;
