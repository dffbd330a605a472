package gatehouse.consent.decision;

import gatehouse.consent.application.KnownApplication;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.notice.Notice;
import gatehouse.consent.scope.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that bears on a question.
 *
 * @param application what is known of the application, or null when nothing is
 * @param stopped whether a stop order covers it
 * @param scopes all scopes of the application
 * @param notice the notice to show at the time, or null when none was published
 * @param facts everything of the person
 */
public record Knowledge(
    @Nullable KnownApplication application,
    boolean stopped,
    List<Scope> scopes,
    @Nullable Notice notice,
    List<Fact> facts) {

  public Knowledge {
    scopes = List.copyOf(scopes);
    facts = List.copyOf(facts);
  }
}
