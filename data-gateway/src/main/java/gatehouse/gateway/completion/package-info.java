/**
 * OpenAI's chat completions with the gate in between: read strictly, permit, make clean, record,
 * send, restore, label, register. Nothing leaves before the decision is durable.
 */
@NullMarked
package gatehouse.gateway.completion;

import org.jspecify.annotations.NullMarked;
