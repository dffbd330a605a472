package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;

/** An answer that comes in one piece. */
public interface WholeAnswer {

  /**
   * The answer as the caller gets it.
   *
   * @throws UnusableAnswerException if it is not what its route promises
   */
  Json.Obj finish(Json answer) throws UnusableAnswerException;

  /** The treatment that an answer of this plan's route needs. */
  static WholeAnswer of(AnswerPlan plan, Delivered delivered) {
    return switch (plan.route()) {
      case CHAT -> new ChatAnswer(plan, delivered);
      case RESPONSES -> new ResponseAnswer(plan, delivered);
      case EMBEDDINGS -> new EmbeddingAnswer(plan);
    };
  }
}
