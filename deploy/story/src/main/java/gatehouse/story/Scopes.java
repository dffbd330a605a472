package gatehouse.story;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;

/** What the story's patient is asked, and how they answer. */
final class Scopes {
  private Scopes() {}

  /** Publishes what is asked for an application, and its form. */
  static String publish(Stage stage, String application) {
    String scope =
        stage
            .person("zhao.applicant")
            .post(
                Part.CONSENT,
                "/v1/scopes",
                """
                {"application": "%s", "terms": {"purpose": "CARE",
                 "activities": ["PROCESS", "TRANSMIT", "USE"], "categories": ["NOTES"],
                 "recipients": [], "crossBorder": false, "algorithmClass": "LLM"}}\
                """
                    .formatted(application))
            .expect(201)
            .text("/scopeId");
    String template =
        stage
            .person("wu.clerk")
            .post(Part.CONSENT, "/v1/templates", form(scope))
            .expect(201)
            .text("/templateId");
    stage
        .person("wu.clerk")
        .post(Part.CONSENT, "/v1/templates/" + template + "/lint", "")
        .expect(200);
    stage
        .person("yang.ethics")
        .post(
            Part.CONSENT,
            "/v1/templates/" + template + "/publish",
            """
            {"ethicsApproval": {"reference": "EC-2026-017", "approvedOn": "2026-02-01"}}\
            """)
        .expect(200)
        .expect("/state", "PUBLISHED");
    return scope;
  }

  /** The patient signs. */
  static String sign(Stage stage, String scope) {
    Answer form =
        stage
            .person("wu.clerk")
            .post(
                Part.CONSENT,
                "/v1/consents",
                """
                {"patient": %s, "scopeId": "%s", "channel": "DESK"}\
                """
                    .formatted(Patient.json(), scope))
            .expect(201);
    String consent = form.text("/consentId");
    stage
        .person("wu.clerk")
        .post(
            Part.CONSENT,
            "/v1/consents/" + consent + "/grant",
            """
            {"form": "WRITTEN", "textDigest": "%s",
             "acknowledged": ["ROLE", "LIMITS", "ALTERNATIVES", "REFUSAL"],
             "voluntary": true, "preselected": false, "taughtBack": false,
             "answers": {"who-decides": "physician"},
             "evidence": {"kind": "SCAN", "digest": "%s"}}\
            """
                .formatted(form.text("/textDigest"), form.text("/textDigest")))
        .expect(200)
        .expect("/state", "ACTIVE");
    return consent;
  }

  private static String form(String scope) {
    return """
    {"scopeId": "%s", "tier": "HIGH", "text": {
      "title": {"zh": "使用 AI 病历助手知情同意书", "en": "Consent to the AI record assistant"},
      "blocks": [
        {"kind": "ROLE", "zh": "AI 只作辅助，由医生作出最终判断。",
         "en": "The AI assists; the physician decides."},
        {"kind": "LIMITS", "zh": "AI 可能写错或漏写。", "en": "The AI may write wrongly or leave out."},
        {"kind": "ALTERNATIVES", "zh": "您可以选择不使用 AI。", "en": "You may choose care without AI."},
        {"kind": "REFUSAL", "zh": "您可以拒绝，不影响诊疗。",
         "en": "You may refuse; your care does not suffer."}],
      "noAiRoute": {"zh": "由医生人工书写摘要。", "en": "A physician writes the summary."},
      "checks": [{"key": "who-decides",
        "question": {"zh": "谁作出最终判断？", "en": "Who decides?"},
        "choices": [
          {"key": "physician", "zh": "医生", "en": "The physician",
           "right": true, "preselected": false},
          {"key": "ai", "zh": "AI", "en": "The AI", "right": false, "preselected": false}]}]}}\
    """
        .formatted(scope);
  }
}
