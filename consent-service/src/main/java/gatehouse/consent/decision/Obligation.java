package gatehouse.consent.decision;

/** What whoever asked has to do about the answer. */
public enum Obligation {
  /** Show the pop-up and send the receipt. */
  SHOW_NOTICE,
  /** Give the paragraph and record it for the encounter. */
  GIVE_NOTICE,
  /** Present the form. */
  ASK_CONSENT,
  /** Care for the person without AI and do not ask again in this episode. */
  USE_MANUAL_ROUTE
}
