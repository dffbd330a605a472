package gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.embedded.Checkout;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmFileTest {
  private static final List<String> ROLES =
      List.of(
              "VENDOR DEPARTMENT_APPLICANT ADMISSION_SECRETARY SEAT_CLINICAL SEAT_MED_ENGINEERING"
                  .split(" "),
              "SEAT_INFO_CENTRE SEAT_LEGAL SEAT_ETHICS ETHICS_SECRETARY ETHICS_MEMBER ETHICS_CHAIR"
                  .split(" "),
              "PHYSICIAN RESIDENT NURSE CONSENT_CLERK PATIENT GUARDIAN GROUP_REP RESEARCHER"
                  .split(" "),
              "DATA_STEWARD SECURITY_ANALYST DUTY_MANAGER MEDICAL_AFFAIRS QUALITY_OFFICER LEGAL"
                  .split(" "),
              "AUDITOR REGULATOR_VIEW HIS_SYSTEM EMR_SYSTEM GATEWAY_SYSTEM ADMIN".split(" "))
          .stream()
          .flatMap(Stream::of)
          .toList();

  private JsonNode realm = new ObjectMapper().createObjectNode();

  @BeforeEach
  void read() throws IOException {
    realm =
        new ObjectMapper()
            .readTree(Checkout.root().resolve("deploy/realm/hospital-realm.json").toFile());
  }

  @Test
  void theRolesAreThoseOfTheDomain() {
    assertThat(stream(realm.path("roles").path("realm")).map(role -> role.path("name").asText()))
        .containsExactlyInAnyOrderElementsOf(ROLES);
  }

  /** What a service lets somebody do, somebody of the demo can do. */
  @Test
  void everyRoleThatAServiceKnowsHasItsPerson() {
    List<String> held =
        stream(realm.path("users"))
            .flatMap(user -> stream(user.path("realmRoles")))
            .map(JsonNode::asText)
            .toList();

    assertThat(ROLES.stream().filter(role -> !held.contains(role)))
        .containsExactlyInAnyOrder("GROUP_REP", "RESEARCHER", "REGULATOR_VIEW");
  }

  @Test
  void everyMemberOfTheStaffHasANumberOfTheirOwn() {
    List<String> numbers =
        stream(realm.path("users"))
            .map(user -> user.path("attributes").path("staff_id").path(0).asText())
            .filter(number -> !number.isEmpty())
            .toList();

    assertThat(numbers).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  @Test
  void everySecretSaysThatItIsForDevelopmentOnly() {
    assertThat(realm.path("displayName").asText()).contains("DEVELOPMENT ONLY");
    assertThat(stream(realm.path("clients")).filter(client -> client.has("secret")))
        .hasSize(5)
        .allSatisfy(client -> {
          assertThat(client.path("secret").asText()).endsWith("-development-secret");
          assertThat(client.path("description").asText()).contains("DEVELOPMENT SECRET");
        });
    assertThat(stream(realm.path("users")).flatMap(user -> stream(user.path("credentials"))))
        .hasSize(23)
        .allSatisfy(credential ->
            assertThat(credential.path("userLabel").asText()).isEqualTo("DEVELOPMENT ONLY"));
  }

  @Test
  void nobodyEditsTheClaimsOfHisOwnToken() throws IOException {
    String profile =
        realm
            .path("components")
            .path("org.keycloak.userprofile.UserProfileProvider")
            .path(0)
            .path("config")
            .path("kc.user.profile.config")
            .path(0)
            .asText();

    assertThat(stream(new ObjectMapper().readTree(profile).path("attributes")))
        .isNotEmpty()
        .allSatisfy(attribute ->
            assertThat(attribute.path("permissions").path("edit").toString())
                .isEqualTo("[\"admin\"]"));
  }

  @Test
  void adminHasNoDomainRole() {
    assertThat(
            stream(realm.path("users"))
                .filter(user -> user.path("username").asText().equals("admin"))
                .map(user -> user.path("realmRoles").toString()))
        .containsExactly("[\"ADMIN\"]");
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
