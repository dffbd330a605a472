package gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.embedded.Checkout;
import gatehouse.embedded.Ports;
import gatehouse.local.blueprint.Blueprint;
import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import gatehouse.local.processes.PreparedServer;
import gatehouse.local.processes.RunningSuite;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real Keycloak grants with the realm file: the tokens that all services rely on. */
class RealmIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final PortPlan PORTS = PortPlan.from(Ports::free);
  private static final List<String> ALL_SERVICES =
      List.of("admission-service", "consent-service", "data-gateway", "incident-service");

  // No @TempDir: Keycloak's folder holds links, and JUnit warns of each.
  private static final RunFolder RUN = new RunFolder(Path.of("target", "realm-run"));

  private static @Nullable RunningSuite suite;

  @BeforeAll
  static void start() {
    Blueprint blueprint = new Blueprint(Checkout.root(), RUN, PORTS);
    Terminal terminal = new Terminal(System.out, PORTS);
    suite = RunningSuite.claim(RUN, terminal);
    suite.forgetData();
    List<Part> parts =
        blueprint.parts().stream()
            .filter(part -> Set.of("postgres", "keycloak").contains(part.name()))
            .toList();
    PreparedServer.give(blueprint, parts, terminal);
    suite.start(parts, PORTS);
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(suite).close();
    CLIENT.close();
  }

  @ParameterizedTest
  @CsvSource({
    "zhao.applicant, DEPARTMENT_APPLICANT, department, RADIOLOGY",
    "li.secretary, ADMISSION_SECRETARY, ,",
    "wang.clinical, SEAT_CLINICAL PHYSICIAN, department, SURGERY",
    "zhang.engineering, SEAT_MED_ENGINEERING, ,",
    "chen.info, SEAT_INFO_CENTRE, ,",
    "liu.legal, SEAT_LEGAL, ,",
    "sun.ethics, SEAT_ETHICS ETHICS_MEMBER, ,",
    "yang.ethics, ETHICS_SECRETARY, ,",
    "qian.physician, PHYSICIAN, licence, 110000000012345",
    "wu.clerk, CONSENT_CLERK, ,",
    "zheng.duty, DUTY_MANAGER, ,",
    "feng.affairs, MEDICAL_AFFAIRS, ,",
    "jiang.security, SECURITY_ANALYST, ,",
    "han.auditor, AUDITOR, ,",
    "patient.demo, PATIENT, patient, HIS|00123456",
    "guardian.demo, GUARDIAN, patient, HIS|00123456",
    "hu.resident, RESIDENT, department, RADIOLOGY",
    "ma.chair, ETHICS_CHAIR, ,",
    "xu.quality, QUALITY_OFFICER, ,",
    "lin.steward, DATA_STEWARD, ,",
    "gao.counsel, LEGAL, ,",
    "admin, ADMIN, ,"
  })
  void aPersonGetsRolesAndClaims(
      String person, String roles, @Nullable String claim, @Nullable String value)
      throws Exception {
    JsonNode token = claims(passwordGrant(person, person));

    assertThat(token.path("iss").asText())
        .isEqualTo(PORTS.url(Listener.KEYCLOAK) + "/realms/hospital");
    assertThat(token.path("sub").asText()).hasSizeGreaterThan(30);
    assertThat(token.path("preferred_username").asText()).isEqualTo(person);
    assertThat(texts(token.path("realm_access").path("roles")))
        .containsExactlyInAnyOrder(roles.split(" "));
    assertThat(texts(token.path("aud"))).containsExactlyInAnyOrderElementsOf(ALL_SERVICES);
    if (claim != null) {
      assertThat(token.path(claim).asText()).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "his, HIS_SYSTEM, , admission-service consent-service data-gateway incident-service",
    "emr, EMR_SYSTEM, , admission-service consent-service data-gateway incident-service",
    "gateway, GATEWAY_SYSTEM, , admission-service consent-service incident-service",
    "vendor-a, VENDOR, 91110000MA0000001A, admission-service",
    "vendor-b, VENDOR, 91110000MA0000002B, admission-service"
  })
  void aClientGetsItsRoleAndItsAudiencesOnly(
      String client, String role, @Nullable String vendor, String audiences) throws Exception {
    JsonNode token = claims(clientGrant(client, client + "-development-secret"));

    assertThat(texts(token.path("realm_access").path("roles"))).containsExactly(role);
    assertThat(texts(token.path("aud"))).containsExactlyInAnyOrder(audiences.split(" "));
    assertThat(token.path("vendor").asText(null)).isEqualTo(vendor);
    assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isEqualTo(300);
  }

  @Test
  void aClientWithAWrongSecretGetsNothing() throws Exception {
    assertThat(clientGrant("his", "his").statusCode()).isEqualTo(401);
  }

  @Test
  void guessingAPasswordLocksTheAccountForAWhile() throws Exception {
    JsonNode token = claims(passwordGrant("zhou.nurse", "zhou.nurse"));
    assertThat(texts(token.path("realm_access").path("roles"))).containsExactly("NURSE");

    for (int attempt = 0; attempt < 6; attempt++) {
      assertThat(passwordGrant("zhou.nurse", "guess-" + attempt).statusCode()).isNotEqualTo(200);
    }

    assertThat(passwordGrant("zhou.nurse", "zhou.nurse").body()).contains("invalid_grant");
  }

  /** Its name says which server can read it: a newer PostgreSQL needs a newer name. */
  @Test
  void theDatabaseIsACopyOfThePreparedOne() throws Exception {
    Path prepared = Checkout.root().resolve("deploy/local/target/prepared");
    String version = Files.readString(RUN.data().resolve("postgres/PG_VERSION")).strip();

    try (Stream<Path> folders = Files.list(prepared)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .singleElement(STRING)
          .startsWith("keycloak-")
          .endsWith("-postgres-" + version);
    }
    assertThat(Files.readString(RUN.log("keycloak"))).contains("already exists. Import skipped");
  }

  private static HttpResponse<String> passwordGrant(String user, String password) throws Exception {
    return grant(
        "grant_type=password&client_id=console&username=" + user + "&password=" + password);
  }

  private static HttpResponse<String> clientGrant(String client, String secret) throws Exception {
    return grant("grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret);
  }

  private static HttpResponse<String> grant(String form) throws Exception {
    String url = PORTS.url(Listener.KEYCLOAK) + "/realms/hospital/protocol/openid-connect/token";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode claims(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String token = JSON.readTree(answer.body()).path("access_token").asText();
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }

  /** Keycloak writes one audience as a text, several as a list. */
  private static List<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.asText());
    }
    List<String> texts = new ArrayList<>();
    StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
    return texts;
  }
}
