package gatehouse.gateway.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Blocked;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In data of fields a label stands anywhere but right beside its value. */
@Clause({"G-42", "G-44"})
class DistantLabelsTest {
  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'住院号':{'no':'ZY83625'}}",
        "{'住院号':{'内容':[{'x':{'y':'ZY83625'}}]}}",
        "{'住院号':[['ZY83625']]}",
        "{'field':'住院号','value':'ZY83625'}",
        "{'key':'姓名','val':'欧阳小明'}",
        "{'name':'住院号','value':'ZY83625'}",
        "{'name':'住院号：','values':['ZY83625']}",
        "{'name':'患者住院号','answer':{'text':'ZY83625'}}",
        "{'类型':'护照','号码':'XQ83625'}",
        "{'question':{'text':'住院号'},'answer':[{'valueString':'ZY83625'}]}",
        "{'resourceType':'Patient','identifier':[{'type':{'text':'住院号'},'value':'ZY83625'}]}",
        "{'identifier':[{'system':'urn:x','value':'ZY83625'}]}",
        "{'identifier':{'type':{'coding':[{'code':'MR','display':'Medical record number'}]},'value':'ZY83625'}}",
        "{'resourceType':'Patient','id':'ZY83625'}",
        "{'name':[{'family':'欧阳','given':['小明']}]}",
        "{'lastName':'欧阳','firstName':'小明'}",
        "{'patientId':'ZY83625'}",
        "{'medicalRecordNumber':'ZY83625'}",
        "{'mrn':{'value':'ZY83625'}}",
        "{'HKID':{'value':'ZY83625(3)'}}",
        "{'type':'string','value':'ZY83625','name':'住院号'}",
        "{'subject':{'reference':'Patient/ZY83625'}}",
        "{'name':{'first':'小明','last':'欧阳'}}",
        "[['住院号','ZY83625'],['性别','男']]",
        "[['住院号','科室'],['ZY83625','内科'],['ZY83626','外科']]",
        "{'columns':['姓名','住院号'],'rows':[['欧阳小明','ZY83625']]}",
        "请看：\n```json\n[{'field':'住院号','value':'ZY83625'}]\n```",
        "请看{'住院号':{'no':'ZY83625'}}和{'a':1}。",
        "{'in':'{\\'field\\':\\'住院号\\',\\'value\\':\\'ZY83625\\'}'}",
      })
  void valuesGoWhereverTheirLabelIs(String json) {
    for (EgressRequest request : requests(json.replace('\'', '"'))) {
      EgressVerdict verdict = prepare.prepare(request);

      assertThat(verdict).isInstanceOf(Verified.class);
      assertThat(Requests.sent((Verified) verdict)).doesNotContain("ZY8362", "XQ83625", "小明", "欧阳");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'住院号':{'no':12345678}}",
        "{'field':'住院号','val':123456}",
        "[['住院号',123456]]",
        "{'columns':['住院号'],'rows':[[123456]]}",
      })
  void numbersAreRefused(String json) {
    for (EgressRequest request : requests(json.replace('\'', '"'))) {
      assertThat(prepare.prepare(request)).isInstanceOf(Blocked.class);
    }
  }

  @Test
  void jsonThatWasWrittenTwiceIsRead() {
    String twice = Requests.quoted("{\"住院号\":{\"no\":\"ZY83625\"}}");
    EgressVerdict verdict = prepare.prepare(Requests.says(twice, KnownOfPatient.nothing()));

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(Requests.sent((Verified) verdict)).doesNotContain("ZY83625");
  }

  /** A label at the end of one part, and its value at the beginning of the next. */
  @Test
  void aLabelInAnotherPartOfTheMessageCounts() {
    String body =
        """
        {"messages":[{"role":"user","content":[{"type":"text","text":"患者咳嗽。住院号："},
         {"type":"text","text":"ZY83625，三天"}]}]}
        """;

    assertThat(prepare.prepare(Requests.body(body, KnownOfPatient.nothing())))
        .isInstanceOf(Blocked.class);
  }

  /** What talks of fields and holds no value. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'object','properties':{'住院号':{'type':'string','description':'八位数，例如','minLength':8},'姓名':{'type':'string'}},'required':['住院号','姓名']}",
        "{'字段':['姓名','性别','住院号','科室']}",
        "{'field':'住院号','order':12345,'version':1234567,'type':'text','required':true}",
        "{'title':'住院号','type':'string','pattern':'^\\\\d{8}$','maxLength':20248888}",
        "[['检查','结果'],['白细胞','11.2'],['血小板','182']]",
        "{'检查':{'白细胞':'11.23','血小板':182},'诊断':{'名称':'肺炎','ICD':'J18.900'}}",
        "{'resourceType':'Observation','code':{'text':'白细胞'},'valueQuantity':{'value':11.2345,'unit':'10*9/L'}}",
        "{'批准文号':'国药准字H20123456','dose':'100mg'}",
        "{'medication':{'dose':'0.5g','批号':'2024A01'}}",
        "[{'type':'text','text':'住院号'},{'type':'text','text':'是八位数'}]",
      })
  void fieldsWithoutValuesLeaveAsTheyAre(String json) throws Exception {
    String data = json.replace('\'', '"');
    EgressVerdict verdict = prepare.prepare(Requests.says(data, KnownOfPatient.nothing()));

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(Requests.said((Verified) verdict)).isEqualTo(data);
  }

  @Test
  void aToolWhoseSchemaNamesIdentifiersPasses() {
    String body =
        """
        {"messages":[{"role":"user","content":"查一下"}],
         "tools":[{"type":"function","function":{"name":"find","description":"住院号",
          "parameters":{"type":"object","required":["住院号","姓名"],"properties":{
           "住院号":{"type":"string","description":"住院号，八位数","pattern":"^\\\\d{8}$","minLength":8},
           "姓名":{"type":"string","title":"姓名","description":"患者姓名"},
           "证件":{"type":"object","properties":{"类型":{"type":"string","enum":["身份证","护照"]},
            "号码":{"type":"string"}}}}}}}],
         "tool_choice":{"type":"function","function":{"name":"find"}}}
        """;

    EgressVerdict verdict = prepare.prepare(Requests.body(body, KnownOfPatient.nothing()));

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(Requests.sent((Verified) verdict)).doesNotContain("⟦");
  }

  @Test
  void anExampleInASchemaIsAValue() {
    String body =
        """
        {"messages":[{"role":"user","content":"查一下"}],
         "tools":[{"type":"function","function":{"name":"find","parameters":{"type":"object",
          "properties":{"住院号":{"type":"string","default":"ZY83625"}}}}}]}
        """;

    EgressVerdict verdict = prepare.prepare(Requests.body(body, KnownOfPatient.nothing()));

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(Requests.sent((Verified) verdict)).doesNotContain("ZY83625");
  }

  /** As a user's words, as a tool's result, and as arguments of a call. */
  private static EgressRequest[] requests(String data) {
    String quoted = Requests.quoted(data);
    return new EgressRequest[] {
      Requests.says(data, KnownOfPatient.nothing()),
      Requests.body(
          "{\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":" + quoted + "}]}",
          KnownOfPatient.nothing()),
      Requests.body(
          "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":"
              + quoted
              + "}}]}]}",
          KnownOfPatient.nothing())
    };
  }
}
