/**
 * The house rules that every service's build checks: who may depend on whom, how things are called,
 * how large they may grow, and that contracts are what the code does. Test scope only.
 */
@NullMarked
package gatehouse.rules;

import org.jspecify.annotations.NullMarked;
