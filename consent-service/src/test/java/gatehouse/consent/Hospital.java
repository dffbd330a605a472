package gatehouse.consent;

import static io.restassured.RestAssured.given;

import gatehouse.embedded.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What people and machines of a hospital ask of this service, in the words of its tests. */
public final class Hospital {
  static final String DIGEST = "sha256:" + "0a".repeat(32);

  private static final AtomicLong NEXT = new AtomicLong();
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  private Hospital() {}

  /** A code or a number that no other test uses. */
  public static String fresh(String name) {
    return name + "-" + RUN + "-" + NEXT.incrementAndGet();
  }

  public static RequestSpecification as(String user, String... roles) {
    return given()
        .auth()
        .oauth2(Tokens.as(user).roles(roles).token())
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", fresh("key"));
  }

  public static RequestSpecification clerk() {
    return as("wu.clerk", "CONSENT_CLERK");
  }

  public static RequestSpecification patient(String number) {
    return given()
        .auth()
        .oauth2(
            Tokens.as("patient." + number)
                .roles("PATIENT")
                .claim("patient", "HIS|" + number)
                .token())
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", fresh("key"));
  }

  public static Map<String, Object> named(String number) {
    return Map.of("issuer", "HIS", "id", number);
  }

  public static Map<String, Object> terms(String purpose, String... categories) {
    return Map.of(
        "purpose",
        purpose,
        "activities",
        List.of("PROCESS", "USE"),
        "categories",
        List.of(categories),
        "recipients",
        List.of(),
        "crossBorder",
        false,
        "algorithmClass",
        "LLM");
  }

  public static String scope(String application) {
    return scope(application, terms("CARE", "NOTES", "IMAGING"));
  }

  public static String scope(String application, Map<String, Object> terms) {
    return as("zhao.applicant", "DEPARTMENT_APPLICANT")
        .body(Map.of("application", application, "terms", terms))
        .post("/v1/scopes")
        .then()
        .statusCode(201)
        .extract()
        .path("scopeId");
  }

  public static Map<String, Object> block(String kind, String zh, String en) {
    return Map.of("kind", kind, "zh", zh, "en", en);
  }

  public static Map<String, Object> text() {
    return Map.of(
        "title",
        Map.of("zh", "使用 AI 辅助阅片知情同意书", "en", "Consent to AI-assisted reading"),
        "blocks",
        List.of(
            block("ROLE", "AI 只作辅助，由医生作出最终判断。", "The AI assists; the physician decides."),
            block("LIMITS", "AI 可能漏报或误报。", "The AI may miss findings or report false ones."),
            block("ALTERNATIVES", "您可以选择不使用 AI。", "You may choose care without AI."),
            block("REFUSAL", "您可以拒绝，不影响诊疗。", "You may refuse; your care does not suffer.")),
        "noAiRoute",
        Map.of("zh", "由两位医生人工阅片。", "en", "Two physicians read the images."),
        "checks",
        List.of(
            Map.of(
                "key",
                "who-decides",
                "question",
                Map.of("zh", "谁作出最终判断？", "en", "Who decides?"),
                "choices",
                List.of(
                    choice("physician", "医生", "The physician", true),
                    choice("ai", "AI", "The AI", false)))));
  }

  public static Map<String, Object> choice(String key, String zh, String en, boolean right) {
    return Map.of("key", key, "zh", zh, "en", en, "right", right, "preselected", false);
  }

  /** Drafts, lints and publishes a form for the present version of the scope. */
  public static String template(String scopeId) {
    String id =
        clerk()
            .body(Map.of("scopeId", scopeId, "tier", "HIGH", "text", text()))
            .post("/v1/templates")
            .then()
            .statusCode(201)
            .extract()
            .path("templateId");
    clerk().post("/v1/templates/" + id + "/lint").then().statusCode(200);
    as("yang.ethics", "ETHICS_SECRETARY")
        .body(approval())
        .post("/v1/templates/" + id + "/publish")
        .then()
        .statusCode(200);
    return id;
  }

  public static Map<String, Object> approval() {
    return Map.of("ethicsApproval", Map.of("reference", "EC-2026-017", "approvedOn", "2026-02-01"));
  }

  public static Response present(String scopeId, String number) {
    return clerk()
        .body(Map.of("patient", named(number), "scopeId", scopeId, "channel", "DESK"))
        .post("/v1/consents");
  }

  public static Map<String, Object> signing(String form, Response presented) {
    Map<String, Object> body = new TreeMap<>();
    body.put("form", form);
    body.put("textDigest", presented.path("textDigest"));
    body.put("acknowledged", presented.path("form.acknowledge"));
    body.put("voluntary", true);
    body.put("preselected", false);
    body.put("answers", Map.of("who-decides", "physician"));
    body.put("taughtBack", false);
    body.put("evidence", evidence(form));
    if (form.equals("ORAL")) {
      body.put("spoken", Map.of("writingImpossible", "右手骨折", "witness", "staff-0042"));
    }
    return body;
  }

  private static Map<String, Object> evidence(String form) {
    return switch (form) {
      case "WRITTEN" -> Map.of("kind", "SCAN", "digest", DIGEST);
      case "ELECTRONIC" -> Map.of("kind", "SIGNATURE", "digest", DIGEST);
      default -> Map.of("kind", "AUDIO", "digest", DIGEST, "durationSeconds", 95);
    };
  }

  /** The whole ceremony; gives the consent's id. */
  public static String grant(String scopeId, String number) {
    Response presented = present(scopeId, number);
    presented.then().statusCode(201);
    String id = presented.path("consentId");
    clerk()
        .body(signing("WRITTEN", presented))
        .post("/v1/consents/" + id + "/grant")
        .then()
        .statusCode(200);
    return id;
  }

  public static Response withdraw(String number, @Nullable Map<String, Object> covers) {
    Map<String, Object> body = new TreeMap<>();
    body.put("patient", named(number));
    if (covers != null) {
      body.put("covers", covers);
    }
    return clerk().body(body).post("/v1/withdrawals");
  }

  public static Response decide(String application, String number, String... categories) {
    return decide(application, number, Map.of("categories", List.of(categories)));
  }

  public static Response decide(String application, String number, Map<String, Object> more) {
    Map<String, Object> body = new TreeMap<>(more);
    body.put("application", application);
    body.put("patient", named(number));
    body.putIfAbsent("purpose", "CARE");
    return as("gateway", "GATEWAY_SYSTEM").body(body).post("/v1/decisions");
  }

  public static String verdict(String application, String number, String... categories) {
    return decide(application, number, categories)
        .then()
        .statusCode(200)
        .extract()
        .path("decision");
  }
}
