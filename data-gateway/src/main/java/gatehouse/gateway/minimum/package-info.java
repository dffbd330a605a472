/**
 * No more data than the purpose needs (E-20): which kinds of data a call may ask for, which fields
 * of a record may go along with it, and what is taken out of structured content.
 */
@NullMarked
package gatehouse.gateway.minimum;

import org.jspecify.annotations.NullMarked;
