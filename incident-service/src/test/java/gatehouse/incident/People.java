package gatehouse.incident;

import static io.restassured.RestAssured.given;

import gatehouse.embedded.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The people of the demonstration hospital, each with a token, speaking to the service. */
public final class People {
  public static final Tokens DUTY = Tokens.as("zheng.duty").roles("DUTY_MANAGER");
  public static final Tokens AFFAIRS = Tokens.as("feng.affairs").roles("MEDICAL_AFFAIRS");
  public static final Tokens ENGINEER =
      Tokens.as("zhang.engineering").roles("SEAT_MED_ENGINEERING");
  public static final Tokens INFO = Tokens.as("chen.info").roles("SEAT_INFO_CENTRE");
  public static final Tokens SURGEON =
      Tokens.as("wang.clinical").roles("SEAT_CLINICAL", "PHYSICIAN").claim("department", "SURGERY");
  public static final Tokens RADIOLOGIST =
      Tokens.as("qian.physician").roles("PHYSICIAN").claim("department", "RADIOLOGY");
  public static final Tokens NURSE =
      Tokens.as("zhou.nurse").roles("NURSE").claim("department", "RADIOLOGY");
  public static final Tokens SECRETARY = Tokens.as("li.secretary").roles("ADMISSION_SECRETARY");
  public static final Tokens AUDITOR = Tokens.as("han.auditor").roles("AUDITOR");
  public static final Tokens ADMIN = Tokens.as("admin").roles("ADMIN");
  public static final Tokens VENDOR = Tokens.as("vendor-a").roles("VENDOR");
  public static final Tokens GATEWAY = Tokens.as("gateway").roles("GATEWAY_SYSTEM");
  public static final Tokens HIS = Tokens.as("his").roles("HIS_SYSTEM");

  private People() {}

  /** A request of that person, with a fresh idempotency key. */
  public static RequestSpecification as(Tokens person) {
    return given()
        .auth()
        .oauth2(person.token())
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }
}
