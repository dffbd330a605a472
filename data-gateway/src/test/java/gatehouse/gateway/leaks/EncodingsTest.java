package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases 21 to 28: however a value is written. What arrives must not hold the spelling, either. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-44"})
class EncodingsTest implements InItsForms {
  private static final String NAME = "欧阳明月";
  private static final String CARD = "110101196803074215";
  private static final String PHONE = "13812345678";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void case21_base64HexAndUrl() {
    for (String secret : List.of("患者" + NAME + "的身份证", CARD, PHONE)) {
      for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"))) {
        byte[] bytes = secret.getBytes(charset);
        hidden(Base64.getEncoder().encodeToString(bytes));
        hidden(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        hidden(HexFormat.of().formatHex(bytes));
      }
    }
    hidden(URLEncoder.encode(NAME, UTF_8));
    hidden("%31%33%38%31%32%33%34%35%36%37%38");
  }

  @Test
  void case22_otherDigits() {
    hidden("１３８１２３４５６７８");
    hidden("١٣٨١٢٣٤٥٦٧٨");
    hidden("①③⑧①②③④⑤⑥⑦⑧");
    hidden("１１０１０１１９６８０３０７４２１５");
  }

  @Test
  void case23_invisibleCharacters() {
    for (String between : List.of("\u200b", "\u202e", "\ufe0f", "\u2060", "\u00ad")) {
      hidden(String.join(between, NAME.split("")));
      hidden(String.join(between, PHONE.split("")));
    }
  }

  @Test
  void case24_homoglyphs() {
    // Cyrillic letters in the pinyin and in an address of electronic mail.
    hidden("\u043euyang mingyue");
    hidden("zhang\uff20example.com");
    hidden("1381234567\uff18");
  }

  @Test
  void case25_chineseNumeralsAndSpokenPhones() {
    hidden("幺三八幺二三四五六七八");
    hidden("一三八一二三四五六七八");
    hidden("壹叁捌壹贰叁肆伍陆柒捌");
  }

  @Test
  void case26_pinyin() {
    hidden("ouyang mingyue");
    hidden("OuyangMingyue");
    hidden("ouyang_mingyue");
  }

  @Test
  void case27_separatorsAndSplits() {
    hidden("欧 阳 明 月");
    hidden("欧-阳-明-月");
    hidden("138-1234-5678");
    hidden("1 3 8 1 2 3 4 5 6 7 8");
    hidden("110101 19680307 4215");
    split("欧阳", "明月");
    split("11010119680307", "4215");
    split("138", "12345678");
  }

  @Test
  void case28_spelledOut() {
    hidden("欧、阳、明、月");
    hidden("1、3、8、1、2、3、4、5、6、7、8");
    for (String backwards : List.of("月明阳欧", "87654321831", "512470308691101011")) {
      hidden(backwards);
    }
  }

  /** Either blocked, or gone out without this spelling. */
  private static void hidden(String spelling) {
    Script.reset();
    Cloud.leaksNothing(CHAT, Cloud.says("请看 " + spelling + " 。"));
    for (String body : Script.bodies(Script.PUBLIC)) {
      assertThat(body).doesNotContain(spelling);
    }
  }

  private static void split(String first, String second) {
    Script.reset();
    Cloud.leaksNothing(
        CHAT,
        "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"},{\"type\":\"text\",\"text\":\"%s\"}]}]"
            .formatted(first, second));
    Cloud.leaksNothing(
        CHAT,
        "\"messages\":[{\"role\":\"user\",\"content\":\"%s\"},{\"role\":\"user\",\"content\":\"%s\"}]"
            .formatted(first, second));
    for (String body : Script.bodies(Script.PUBLIC)) {
      boolean both = body.contains(first) && body.contains(second);
      assertThat(both).as(first + " " + second).isFalse();
    }
  }
}
