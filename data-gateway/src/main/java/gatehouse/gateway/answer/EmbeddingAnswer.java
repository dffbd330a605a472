package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;

/** Vectors. They hold no text, so nothing is restored in them and nothing is labelled. */
final class EmbeddingAnswer implements WholeAnswer {
  private final AnswerPlan plan;

  EmbeddingAnswer(AnswerPlan plan) {
    this.plan = plan;
  }

  @Override
  public Json.Obj finish(Json answer) throws UnusableAnswerException {
    if (!(answer instanceof Json.Obj object) || !(object.get("data") instanceof Json.Arr)) {
      throw new UnusableAnswerException("the upstream's answer has no embeddings");
    }
    return object.with("model", new Json.Str(plan.application()));
  }
}
