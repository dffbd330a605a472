/**
 * JSON read strictly and written back from what was read: duplicate keys, deep nesting, invalid
 * UTF-8 and lone surrogates are refused, so that what was checked is byte for byte what is sent.
 */
@NullMarked
package gatehouse.gateway.json;

import org.jspecify.annotations.NullMarked;
