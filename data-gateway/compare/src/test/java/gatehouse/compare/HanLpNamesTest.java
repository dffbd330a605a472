package gatehouse.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.evaluation.Rival;
import gatehouse.deid.evaluation.Span;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class HanLpNamesTest {
  private static List<String> names(String text) {
    return new HanLpNames()
        .find(text).stream().map(span -> text.substring(span.start(), span.end())).toList();
  }

  @Test
  void namesAreFoundWhereTheyStand() {
    assertThat(names("签约仪式前，秦光荣、李纪恒、仇和等一同会见了参加签约的企业家。")).contains("秦光荣", "李纪恒", "仇和");
    assertThat(names("𠮷：王国强、高峰今晨到场")).contains("王国强");
    assertThat(new HanLpNames().find("血压正常")).extracting(Span::type).isEmpty();
  }

  @Test
  void theEvaluationFindsIt() {
    assertThat(ServiceLoader.load(Rival.class)).hasOnlyElementsOfType(HanLpNames.class).hasSize(1);
  }
}
