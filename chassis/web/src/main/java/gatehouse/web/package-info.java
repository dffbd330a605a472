/**
 * The one face of every HTTP service: problems (RFC 9457) in Chinese and English, idempotent POSTs,
 * who is asking, request ids, and ids and time that can be injected. Knows no domain word.
 */
@NullMarked
package gatehouse.web;

import org.jspecify.annotations.NullMarked;
