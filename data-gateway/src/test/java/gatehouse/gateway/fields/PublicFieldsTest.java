package gatehouse.gateway.fields;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.route.Route;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Clause("G-44")
class PublicFieldsTest {
  private static final String HI = "{'messages':[{'role':'user','content':'好'}],";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'messages':[{'role':'user','content':{'type':'image_url','image_url':{'url':'https://x/a'}}}]}",
        "{'messages':[{'role':'user','content':1}]}",
        "{'messages':[{'role':'assistant','reasoning_content':{'a':'b'},'content':'好'}]}",
        "{'messages':[{'role':'assistant','reasoning':{'a':'b'},'content':'好'}]}",
        "{'messages':[{'role':'assistant','thinking':['b'],'content':'好'}]}",
        "{'messages':[{'role':'assistant','refusal':['x']}]}",
        "{'messages':['好']}",
        "{'messages':[null]}",
        "{'messages':[[{'role':'user','content':'好'}]]}",
        "{'messages':[{'role':'user','content':'![](data:image/png;base64,iVBORw0KGgo=)'}]}",
        "{'messages':[{'role':'user','content':'DATA:application/pdf,abc'}]}",
        "{'messages':[{'role':'user','content':'data:;base64,aGVsbG8='}]}",
        "{'messages':[{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':{'name':'f','arguments':{'a':1}}}]}]}",
        "{'messages':[{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':{'name':'f','arguments':'{}','x':1}}]}]}",
        HI + "'stop':{'a':'b'}}",
        HI + "'stop':[['a']]}",
        HI + "'tool_choice':{'type':'mcp','server_label':'x'}}",
        HI + "'tool_choice':{'type':'web_search'}}",
        HI + "'tool_choice':'web_search'}",
        HI + "'tools':[{'type':'function','function':{'name':'f','url':'https://x'}}]}",
        HI + "'tools':[{'type':'function','function':'f'}]}",
        HI + "'response_format':{'type':'grammar','grammar':'x'}}",
        HI + "'stream_options':{'a':'x'}}",
        HI + "'stream_options':{'ouyangjianguo':false}}",
        HI + "'seed':{'a':'x'}}"
      })
  void whatMayCarrySomethingUnreadIsRefused(String body) throws Exception {
    assertThat(refused(body)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HI + "'stop':'x','temperature':0.2,'n':null,'stream_options':{'include_usage':true}}",
        HI + "'stop':['x'],'tool_choice':'auto','response_format':{'type':'json_object'}}",
        HI + "'tool_choice':{'type':'function','function':{'name':'f'}}}",
        "{'messages':[{'role':'assistant','content':null,'refusal':null,'tool_calls':null}]}",
        "{'messages':[{'role':'user','content':'metadata: see data: a, b; data:1,2'}]}",
        HI
            + "'tools':[{'type':'function','function':{'name':'f','description':'d','parameters':{'type':'object'},'strict':true}}]}"
      })
  void ordinaryCallsPass(String body) throws Exception {
    assertThat(refused(body)).isEmpty();
  }

  private static List<Fault> refused(String body) throws Exception {
    return BodyFields.refusedOutside(
        Route.CHAT, (Json.Obj) JsonReader.read(body.replace('\'', '"')));
  }
}
