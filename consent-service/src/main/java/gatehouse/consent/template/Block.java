package gatehouse.consent.template;

import gatehouse.consent.text.Wording;

/**
 * One part of a form.
 *
 * @param kind what it speaks of
 * @param wording what it says
 */
public record Block(BlockKind kind, Wording wording) {}
