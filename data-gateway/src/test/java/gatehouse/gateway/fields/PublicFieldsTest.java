package gatehouse.gateway.fields;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.route.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  /** openai-python and openai-node send a model's message back as it came. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'role':'assistant','content':null,'refusal':null,'annotations':[],'audio':null,'function_call':null,'tool_calls':[{'id':'c','type':'function','function':{'name':'f','arguments':'{}'}}]}",
        "{'role':'assistant','content':'好','annotations':null,'tool_calls':[],'reasoning_content':null}",
        "{'role':'assistant','content':[{'type':'refusal','refusal':'不'},{'type':'text','text':'好','annotations':[]}]}"
      })
  void whatAModelSaidMayBeSaidAgain(String message) throws Exception {
    assertThat(needed(Route.CHAT, "{'messages':[" + message + "],'logit_bias':null,'tools':[]}"))
        .satisfies(body -> assertThat(BodyFields.refusedOutside(Route.CHAT, body)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'reasoning','id':'rs','summary':[],'encrypted_content':null,'status':null}",
        "{'type':'function_call','id':'fc','call_id':'c','name':'f','arguments':'{}','namespace':null}",
        "{'type':'message','id':'m','role':'assistant','phase':null,'content':[{'type':'output_text','text':'好','annotations':[],'logprobs':[]},{'type':'refusal','refusal':'不'}]}"
      })
  void whatAResponseSaidMayBeSaidAgain(String item) throws Exception {
    String asked =
        "{'input':[%s],'previous_response_id':null,'background':false,'include':[]}"
            .formatted(item);

    assertThat(needed(Route.RESPONSES, asked))
        .satisfies(body -> assertThat(BodyFields.refusedOutside(Route.RESPONSES, body)).isEmpty());
  }

  /** Half a name in a refusal and half in a text is a name: both are one kind of part. */
  @Test
  void aRefusalIsATextBesideOthers() throws Exception {
    String parts = "[{'type':'refusal','refusal':'欧阳'},{'type':'%1$s','text':'明月'}]";
    String texts = "[{'type':'%1$s','text':'欧阳'},{'type':'%1$s','text':'明月'}]";
    String chat = "{'messages':[{'role':'assistant','content':%s}]}";
    String response = "{'input':[{'role':'assistant','content':%s}],'store':false}";

    assertThat(needed(Route.CHAT, chat.formatted(parts.formatted("text"))))
        .isEqualTo(read(chat.formatted(texts.formatted("text"))));
    assertThat(needed(Route.RESPONSES, response.formatted(parts.formatted("output_text"))))
        .isEqualTo(read(response.formatted(texts.formatted("output_text"))));
  }

  @Test
  void whatIsNotEmptyStaysAndIsRefused() throws Exception {
    Json.Obj body =
        needed(
            Route.CHAT,
            "{'messages':[{'role':'assistant','content':'好','audio':{'id':'a'}}],'background':true,'logit_bias':{'1':2}}");

    assertThat(BodyFields.refusedOutside(Route.CHAT, body)).hasSizeGreaterThanOrEqualTo(3);
  }

  private static Json.Obj needed(Route route, String body) throws Exception {
    return BodyFields.needed(route, read(body));
  }

  private static Json.Obj read(String body) throws Exception {
    return (Json.Obj) JsonReader.read(body.replace('\'', '"'));
  }

  private static List<Fault> refused(String body) throws Exception {
    return BodyFields.refusedOutside(
        Route.CHAT, (Json.Obj) JsonReader.read(body.replace('\'', '"')));
  }
}
