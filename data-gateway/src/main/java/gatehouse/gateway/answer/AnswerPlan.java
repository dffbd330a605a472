package gatehouse.gateway.answer;

import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.route.Route;

/**
 * How to treat one answer.
 *
 * @param application the code the caller knows the model by
 * @param session the placeholders of the request
 * @param plainText whether the caller expects prose; JSON by schema gets no visible text, which
 *     would break it
 */
public record AnswerPlan(
    Route route, String application, Placeholders session, boolean plainText, AiLabel label) {}
