package gatehouse.consent.consent;

import gatehouse.consent.template.Template;
import java.util.List;

/** What came of a step of the ceremony. */
public sealed interface ConsentResult {

  /** The form is before the person. */
  record Shown(Consent consent, Template template) implements ConsentResult {}

  /** The step is done. */
  record Done(Consent consent) implements ConsentResult {}

  /** Something is missing. */
  record Lacking(List<Shortfall> shortfalls) implements ConsentResult {}

  /** The state does not allow the step; nobody is talked out of a no, they are asked anew. */
  record WrongState(Consent consent) implements ConsentResult {}

  /** There is no such consent, or no such scope. */
  record Unknown() implements ConsentResult {}
}
