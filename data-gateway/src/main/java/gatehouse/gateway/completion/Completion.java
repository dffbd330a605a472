package gatehouse.gateway.completion;

import gatehouse.gateway.answer.AnswerPlan;
import gatehouse.gateway.completion.CallModel.Answer;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitLife;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a call of a model ended, or how it goes on. */
public sealed interface Completion {

  /** No application of this code is configured here. */
  record NoSuchModel() implements Completion {}

  /**
   * The gate is shut.
   *
   * @param blockId of the block that the security team sees, for a refusal because of the data
   * @param where the place in the body that it is about, without a word of the caller's own
   * @param known what may stand there, where it is one of few
   */
  record Refused(Denied denied, @Nullable UUID blockId, @Nullable String where, List<String> known)
      implements Completion {
    public Refused {
      known = List.copyOf(known);
    }
  }

  /** The application is called too often or has used up its tokens; nothing was decided. */
  record TooMany(Duration retryAfter) implements Completion {}

  /** The decision could not be recorded; nothing left. */
  record Unrecorded() implements Completion {}

  /**
   * The model refused or was not there.
   *
   * @param retryAfter how long to wait, an hour at most, if the model said so
   */
  record ModelFailed(int status, @Nullable Duration retryAfter) implements Completion {

    /** Whether another place of the same kind may do better: the request itself is not at fault. */
    boolean passes() {
      return status == 429 || status >= 500;
    }
  }

  /**
   * The model answers; whoever takes the answer must deliver or close it.
   *
   * @param life of its permit: nothing may be delivered after it
   */
  record Answering(UUID permitId, UUID outputId, AnswerPlan plan, Answer answer, PermitLife life)
      implements Completion {

    /** Takes nothing of the answer. */
    public void close() {
      life.close();
      answer.body().close();
    }
  }
}
