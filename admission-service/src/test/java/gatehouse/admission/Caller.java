package gatehouse.admission;

import static io.restassured.RestAssured.given;

import gatehouse.embedded.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the demo's people or clients, calling the service. */
public final class Caller {
  public static final Caller ZHAO = of("zhao.applicant", "DEPARTMENT_APPLICANT").in("RADIOLOGY");
  public static final Caller LI = of("li.secretary", "ADMISSION_SECRETARY");
  public static final Caller WANG = of("wang.clinical", "SEAT_CLINICAL", "PHYSICIAN").in("SURGERY");
  public static final Caller ZHANG = of("zhang.engineering", "SEAT_MED_ENGINEERING");
  public static final Caller CHEN = of("chen.info", "SEAT_INFO_CENTRE");
  public static final Caller LIU = of("liu.legal", "SEAT_LEGAL");
  public static final Caller SUN = of("sun.ethics", "SEAT_ETHICS", "ETHICS_MEMBER");
  public static final Caller YANG = of("yang.ethics", "ETHICS_SECRETARY");
  public static final Caller QIAN = of("qian.physician", "PHYSICIAN").in("RADIOLOGY");
  public static final Caller FENG = of("feng.affairs", "MEDICAL_AFFAIRS");
  public static final Caller ADMIN = of("admin", "ADMIN");
  public static final Caller GATEWAY = of("gateway", "GATEWAY_SYSTEM");
  public static final Caller VENDOR_A = of("vendor-a", "VENDOR").vendor("91110000MA0000001A");
  public static final Caller VENDOR_B = of("vendor-b", "VENDOR").vendor("91110000MA0000002B");

  private final Tokens token;

  private Caller(Tokens token) {
    this.token = token;
  }

  public static Caller of(String name, String... roles) {
    return new Caller(Tokens.as(name).roles(roles).audience("admission-service"));
  }

  private Caller in(String department) {
    return new Caller(token.claim("department", department));
  }

  private Caller vendor(String creditCode) {
    return new Caller(token.claim("vendor", creditCode));
  }

  public String subject() {
    return token.subject();
  }

  public ValidatableResponse post(String path, @Nullable String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  public ValidatableResponse post(String path, @Nullable String body, String key) {
    var request =
        given()
            .auth()
            .oauth2(token.token())
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", key);
    return (body == null ? request : request.body(body)).post(path).then();
  }

  public ValidatableResponse get(String path) {
    return given().auth().oauth2(token.token()).get(path).then();
  }
}
