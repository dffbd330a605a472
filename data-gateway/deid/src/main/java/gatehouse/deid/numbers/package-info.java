/**
 * Numbers that identify: by their form, by their label, read out in Chinese, on documents and
 * plates.
 */
@NullMarked
package gatehouse.deid.numbers;

import org.jspecify.annotations.NullMarked;
