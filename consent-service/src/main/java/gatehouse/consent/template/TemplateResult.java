package gatehouse.consent.template;

import java.util.List;

/** What came of a wish to make or change a form. */
public sealed interface TemplateResult {

  /** It is done. */
  record Done(Template template) implements TemplateResult {}

  /** The form does not say what it must, or says what it must not. */
  record Faulty(List<LintFinding> findings) implements TemplateResult {}

  /** The state does not allow it; a published text is never edited. */
  record WrongState(Template template) implements TemplateResult {}

  /** Whoever wrote a form does not publish it. */
  record OwnWork() implements TemplateResult {}

  /** The scope has another version by now, or is closed. */
  record ScopeMovedOn() implements TemplateResult {}

  /** There is no such form or scope. */
  record Unknown() implements TemplateResult {}
}
