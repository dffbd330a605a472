package gatehouse.admission.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

  @ParameterizedTest
  @Clause("G-18")
  @ValueSource(
      strings = {"国械注准20243210123", "国械注进20242210123", "国械注许20243210123", "京械注准20192210001"})
  void acceptsTheFormsInForce(String number) {
    assertThat(CertificateNumber.wellFormed(number)).isTrue();
  }

  @ParameterizedTest
  @Clause("G-18")
  @ValueSource(
      strings = {
        "国械注准20242210123",
        "京械注准20193210001",
        "京械注进20192210001",
        "国械注准2024321012",
        "国械注准20241210123",
        "国械备20240001",
        "X械注准20243210123",
        ""
      })
  void refusesWhatNobodyIssues(String number) {
    assertThat(CertificateNumber.wellFormed(number)).isFalse();
  }
}
