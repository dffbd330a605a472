package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import java.util.List;

/** An answer that comes in pieces. Not safe for use by several threads. */
public interface StreamedAnswer {

  /**
   * What the caller gets for the next piece of the model's; may be nothing, or several.
   *
   * @throws UnusableAnswerException if it is no piece of this route, or an error of the upstream's
   */
  List<Json.Obj> next(Json piece) throws UnusableAnswerException;

  /** Whether the model said that its answer is at its end. A stream that ends before broke off. */
  boolean isFinished();

  /**
   * What the caller still gets of an answer that broke off: what was held back, with the labels. A
   * token that was cut stays a token.
   */
  List<Json.Obj> brokenOff();

  /** The treatment that an answer of this plan's route needs. */
  static StreamedAnswer of(AnswerPlan plan, Delivered delivered) {
    return switch (plan.route()) {
      case CHAT -> new ChatStream(plan, delivered);
      case RESPONSES -> new ResponseStream(plan, delivered);
      case EMBEDDINGS -> throw new IllegalArgumentException("embeddings are never streamed");
    };
  }
}
