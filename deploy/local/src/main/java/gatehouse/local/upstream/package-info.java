/**
 * Two demonstration models, one in the house and one standing for a public cloud. Both speak
 * OpenAI's chat completions (JSON and server-sent events) and keep every byte that they receive, so
 * that anybody can look at what left the hospital.
 */
@NullMarked
package gatehouse.local.upstream;

import org.jspecify.annotations.NullMarked;
