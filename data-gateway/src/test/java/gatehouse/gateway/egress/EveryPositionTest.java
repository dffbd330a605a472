package gatehouse.gateway.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Blocked;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.route.Route;
import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.EgressPolicy;
import gatehouse.gateway.upstream.Upstream;
import gatehouse.gateway.upstream.Zone;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a body can carry text, nothing of the patient leaves. */
@Clause({"G-42", "G-43", "G-44"})
class EveryPositionTest {
  private static final KnownOfPatient KNOWN =
      new KnownOfPatient(
          List.of("欧阳明月"),
          List.of("欧阳建国"),
          List.of("13812345678"),
          List.of("110101196803074215"),
          List.of("00123456"),
          List.of("北京市海淀区中关村大街27号院3号楼502室"));

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'messages':[{'role':'user','content':'%s'}]}",
        "{'messages':[{'role':'system','content':'%s'},{'role':'user','content':'好'}]}",
        "{'messages':[{'role':'developer','content':'%s'}]}",
        "{'messages':[{'role':'assistant','content':'%s'},{'role':'user','content':'好'}]}",
        "{'messages':[{'role':'assistant','reasoning_content':'%s','content':'好'}]}",
        "{'messages':[{'role':'assistant','reasoning':'%s','content':'好'}]}",
        "{'messages':[{'role':'assistant','thinking':'%s','content':'好'}]}",
        "{'messages':[{'role':'assistant','refusal':'%s'}]}",
        "{'messages':[{'role':'tool','tool_call_id':'c1','content':'%s'}]}",
        "{'messages':[{'role':'user','content':[{'type':'text','text':'%s'}]}]}",
        "{'messages':[{'role':'user','content':'好'}],'stop':['%s']}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'f','description':'%s'}}]}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'object','properties':{'a':{'enum':['%s']}}}}}]}",
        "{'messages':[{'role':'user','content':'好'}],'response_format':{'type':'json_schema','json_schema':{'name':'n','schema':{'description':'%s'}}}}"
      })
  void textIsCleaned(String template) throws Exception {
    EgressVerdict verdict = prepare(template, Note.TEXT, EgressPolicy.PUBLIC);

    assertThat(verdict).isInstanceOf(Verified.class);
    assertClean(verdict);
    assertThat(text(verdict)).contains("咳嗽", "国药准字H20123456", "高血压10年");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'messages':[{'role':'user','name':'%s','content':'好'}]}",
        "{'messages':[{'role':'assistant','tool_calls':[{'id':'%s','type':'function','function':{'name':'f','arguments':'{}'}}]}]}",
        "{'messages':[{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':{'name':'f','arguments':'{\\\"姓名\\\":\\\"%s\\\"}'}}]}]}",
        "{'messages':[{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':{'name':'f','arguments':'{\\\"%s\\\":1}'}}]}]}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'%s'}}]}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'f','parameters':{'properties':{'%s':{}}}}}]}",
        "{'messages':[{'role':'user','content':'好'}],'user':'%s'}",
        "{'messages':[{'role':'user','content':'好'}],'metadata':{'%s':'x'}}",
        "{'messages':[{'role':'user','content':'好'}],'prompt_cache_key':'%s'}",
        "{'messages':[{'role':'user','content':'好'}],'safety_identifier':'%s'}",
        "{'messages':[{'role':'user','content':'好'}],'reasoning_effort':'%s'}",
        "{'messages':[{'role':'user','content':'好'}],'%s':1}",
        "{'messages':[{'role':'user','content':'好','%s':1}]}",
        "{'messages':[{'role':'%s','content':'好'}]}",
        "{'messages':[{'role':'user','content':'好'}],'prediction':{'content':'%s'}}",
        "{'messages':[{'role':'user','content':[{'type':'image_url','image_url':{'url':'https://x/%s'}}]}]}",
        "{'messages':[{'role':'user','content':[{'type':'text','text':'好','note':'%s'}]}]}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'web_search','query':'%s'}]}"
      })
  void everywhereElseItIsCleanedOrStays(String template) throws Exception {
    for (String secret : Note.SECRETS) {
      assertClean(prepare(template, secret, EgressPolicy.PUBLIC));
    }
  }

  @Test
  void whatTheEngineGivesUpOnStays() throws Exception {
    EgressVerdict verdict =
        prepare(
            "{'messages':[{'role':'user','content':'%s'}]}",
            "王伟，".repeat(60_000), EgressPolicy.PUBLIC);

    assertThat(verdict).isInstanceOf(Blocked.class);
  }

  @Test
  void nameThatOnlyTheLastMessageIntroducesIsHiddenInTheFirst() throws Exception {
    EgressVerdict verdict =
        prepare(
            "{'messages':[{'role':'user','content':'请复核白露的化验单。'},"
                + "{'role':'assistant','content':'好的。'},{'role':'user','content':'%s'}]}",
            "患者姓名：白露，女。", EgressPolicy.PUBLIC);

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(text(verdict)).doesNotContain("白露").contains("化验单");
  }

  @Test
  void anHonestNoteOfAnotherPatientIsNotBlocked() throws Exception {
    KnownOfPatient other =
        new KnownOfPatient(
            List.of("张伟民"),
            List.of("李秀兰"),
            List.of("13812345678"),
            List.of("110101196803070032"),
            List.of("00123456"),
            List.of("北京市朝阳区望京街道花家地北里12号楼3单元402室"));
    String note =
        "入院记录\\n姓名：张伟民  性别：男  年龄：58岁  住院号：00123456\\n身份证号：110101196803070032  "
            + "联系电话：13812345678\\n住址：北京市朝阳区望京街道花家地北里12号楼3单元402室  电子邮箱：zhangwm1968@example.com\\n"
            + "联系人：李秀兰（配偶），电话１３９１２３４５６７８\\n主诉：反复咳嗽、咳痰2周，发热3天。现病史：患者张伟民于2周前受凉后出现咳嗽，"
            + "体温升至38.6℃，予左氧氟沙星0.5g qd口服。白细胞12.3×10^9/L，CRP 56mg/L。请为张伟民写出病情摘要。";
    EgressRequest request =
        request("{'messages':[{'role':'user','content':'%s'}]}", note, EgressPolicy.PUBLIC);

    EgressVerdict verdict =
        prepare.prepare(CloudRequest.of(Route.CHAT, request.body(), Set.of("NOTES"), other));

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(text(verdict))
        .contains("左氧氟沙星", "咳嗽")
        .doesNotContain("张伟民", "李秀兰", "花家地北里", "402室", "13812345678", "00123456", "zhangwm");
  }

  @Test
  void numbersInNumbersStay() throws Exception {
    for (String field : List.of("seed", "max_tokens", "temperature")) {
      assertThat(
              prepare(
                  "{'messages':[{'role':'user','content':'好'}],'" + field + "':13812345678}",
                  "",
                  EgressPolicy.PUBLIC))
          .isInstanceOf(Blocked.class);
    }
  }

  @Test
  void aNumberCutInTwoPartsStays() throws Exception {
    String body =
        "{'messages':[{'role':'user','content':[{'type':'text','text':'身份证11010119680307'},"
            + "{'type':'text','text':'4215'}]}]}";

    assertThat(prepare(body, "", EgressPolicy.PUBLIC)).isInstanceOf(Blocked.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MTEwMTAxMTk2ODAzMDc0MjE1",
        "%E6%AC%A7%E9%98%B3%E6%98%8E%E6%9C%88",
        "\\\\\\\\u6b27\\\\\\\\u9633\\\\\\\\u660e\\\\\\\\u6708"
      })
  void whatIsEncodedIsReplacedAsAWhole(String encoded) throws Exception {
    EgressVerdict verdict =
        prepare(
            "{'messages':[{'role':'user','content':'" + encoded + "'}]}", "", EgressPolicy.PUBLIC);

    assertThat(text(verdict)).contains("⟦").doesNotContain("MTEwMTAx", "%E6", "u6b27", "u660e");
  }

  @Test
  void refusingBlocksAndTellsKindsOnly() throws Exception {
    EgressVerdict verdict =
        prepare("{'messages':[{'role':'user','content':'%s'}]}", Note.TEXT, EgressPolicy.REFUSE);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Blocked.class,
            blocked -> {
              assertThat(blocked.reason()).isEqualTo(Code.RAW_EGRESS);
              assertThat(blocked.counts()).containsKeys("NATIONAL_ID", "PERSON", "PHONE");
              Note.SECRETS.forEach(s -> assertThat(blocked.toString()).doesNotContain(s));
            });
  }

  @ParameterizedTest
  @EnumSource(Zone.class)
  @Clause("E-58")
  void abroadIsClosedInEveryZone(Zone zone) throws Exception {
    Upstream abroad =
        new Upstream(
            "abroad",
            URI.create("https://x"),
            zone,
            "US",
            EgressPolicy.PUBLIC,
            new Credential.None());
    Json.Obj body = (Json.Obj) JsonReader.read("{\"messages\":[]}");

    assertThat(prepare.prepare(CloudRequest.of(Route.CHAT, body, abroad, Set.of(), KNOWN)))
        .isInstanceOfSatisfying(
            Blocked.class, b -> assertThat(b.reason()).isEqualTo(Code.CROSS_BORDER));
  }

  private EgressVerdict prepare(String template, String value, EgressPolicy policy)
      throws MalformedJsonException {
    return prepare.prepare(request(template, value, policy));
  }

  private static EgressRequest request(String template, String value, EgressPolicy policy)
      throws MalformedJsonException {
    String json = template.replace('\'', '"').replace("%s", value);
    return CloudRequest.of(
        Route.CHAT,
        (Json.Obj) JsonReader.read(json),
        CloudRequest.cloud(policy, "CN"),
        Set.of(),
        KNOWN);
  }

  private static void assertClean(EgressVerdict verdict) {
    if (verdict instanceof Verified) {
      Note.SECRETS.forEach(secret -> assertThat(text(verdict)).doesNotContain(secret));
    }
  }

  private static String text(EgressVerdict verdict) {
    return new String(((Verified) verdict).bytes().toArray(), StandardCharsets.UTF_8);
  }
}
