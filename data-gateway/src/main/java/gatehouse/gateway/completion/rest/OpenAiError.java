package gatehouse.gateway.completion.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.standing.ManualRoute;
import gatehouse.web.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error in OpenAI's shape. For a refusal of the gate a member of ours stands inside it: official
 * clients keep all that is in {@code error} and drop what stands beside it.
 *
 * @param error what OpenAI's clients read
 */
record OpenAiError(Body error) {
  static final String REFUSAL = "gatehouse_refusal";
  static final String INVALID = "invalid_request_error";
  static final String SERVER = "server_error";

  /**
   * OpenAI's four members, and ours.
   *
   * @param message for people, Chinese first
   * @param type kind, such as {@code invalid_request_error}
   * @param param the member at fault
   * @param code stable, such as {@code consent_required}
   * @param gatehouse why the gate is shut and what to do instead; only in its refusals
   */
  record Body(
      String message,
      String type,
      @Nullable String param,
      @Nullable String code,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Gate gatehouse) {}

  /**
   * Ours.
   *
   * @param blockId names the entry at the security desk, for a refusal because of the data
   */
  record Gate(
      List<Reason> reasons,
      List<String> clauses,
      List<String> obligations,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ManualRoute patientText,
      ManualRoute manualRoute,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String blockId) {}

  static OpenAiError of(
      String type, String code, @Nullable String param, String text, String textEn) {
    return new OpenAiError(new Body(text + " / " + textEn, type, param, code, null));
  }
}
