package gatehouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static Map<String, String> config = Map.of();

  @BeforeAll
  static void start() {
    config = started("consent");
  }

  @Test
  void theListedTopicsExist() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", configured("GATEHOUSE_KAFKA")))) {
      assertThat(admin.listTopics().names().get())
          .contains("incident.stop.v1", "consent.state.v1", "gateway.block.v1");
    }
  }

  @Test
  void theApplicationRoleMayNotCreateTables() throws Exception {
    try (Connection connection = connect("GATEHOUSE_DB_USER", "GATEHOUSE_DB_PASSWORD");
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(
                "select has_schema_privilege('public', 'create'), current_setting('synchronous_commit')")) {
      assertThat(answer.next()).isTrue();
      assertThat(answer.getBoolean(1)).isFalse();
      assertThat(answer.getString(2)).isEqualTo("on");
    }
  }

  @Test
  void theOwnerMayCreateSchemas() throws Exception {
    try (Connection connection = connect("GATEHOUSE_DB_OWNER", "GATEHOUSE_DB_OWNER_PASSWORD");
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery("select has_database_privilege('consent', 'create')")) {
      assertThat(answer.next()).isTrue();
      assertThat(answer.getBoolean(1)).isTrue();
    }
  }

  @Test
  void aSecondStartFindsTheSameParts() {
    Map<String, String> again = started("incident");

    assertThat(again.get("GATEHOUSE_KAFKA")).isEqualTo(configured("GATEHOUSE_KAFKA"));
    assertThat(again.get("GATEHOUSE_OIDC")).isEqualTo(configured("GATEHOUSE_OIDC"));
    assertThat(again.get("GATEHOUSE_DB_URL"))
        .isEqualTo(configured("GATEHOUSE_DB_URL").replace("/consent", "/incident"));
  }

  @Test
  void tokensAreSignedByTheKeyThatTheIssuerPublishes() throws Exception {
    String issuer = configured("GATEHOUSE_OIDC");
    String token =
        Tokens.as("qian.physician")
            .roles("PHYSICIAN")
            .claim("department", "RADIOLOGY")
            .audience("admission-service")
            .token();

    SignedJWT jwt = SignedJWT.parse(token);
    JWKSet keys = JWKSet.parse(get(issuer + "/jwks"));
    assertThat(
            jwt.verify(
                new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
        .isTrue();
    assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo(issuer);
    assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("admission-service");
    assertThat(jwt.getJWTClaimsSet().getJSONObjectClaim("realm_access").toString())
        .contains("PHYSICIAN");
    assertThat(jwt.getJWTClaimsSet().getStringClaim("department")).isEqualTo("RADIOLOGY");
    assertThat(get(issuer + "/.well-known/openid-configuration")).contains("\"" + issuer + "\"");
  }

  @Test
  void aTokenNamesAllFourServicesUnlessToldOtherwise() throws Exception {
    SignedJWT jwt = SignedJWT.parse(Tokens.as("wu.clerk").roles("CONSENT_CLERK").token());

    assertThat(jwt.getJWTClaimsSet().getAudience()).isEqualTo(Tokens.ALL_AUDIENCES);
    assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo(Tokens.as("wu.clerk").subject());
  }

  private static Map<String, String> started(String database) {
    Parts parts = new Parts();
    parts.init(Map.of("database", database));
    return parts.start();
  }

  private static String configured(String name) {
    return Objects.requireNonNull(config.get(name), name);
  }

  private static Connection connect(String user, String password) throws Exception {
    return DriverManager.getConnection(
        configured("GATEHOUSE_DB_URL"), configured(user), configured(password));
  }

  private static String get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
