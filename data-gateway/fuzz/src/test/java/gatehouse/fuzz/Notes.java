package gatehouse.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import gatehouse.deid.Context;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import java.security.SecureRandom;

/** Texts put together by the fuzzer, half of clinical words, half of its own invention. */
final class Notes {
  static final Deidentifier ENGINE = Deidentifier.of(Policy.named("public"));
  static final String NAME = "蒯予乐";
  static final String PHONE = "13800138000";
  static final String CARD = "110101199003077475";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST_PIECES = 40;
  private static final int LONGEST_PIECE = 12;
  private static final String[] WORDS = {
    "姓名：",
    "患者",
    "王小明",
    "电话：",
    "138",
    "0013",
    "8000",
    "-",
    " ",
    "\n",
    "，",
    "。",
    "住院号：",
    "ZY",
    "00123456",
    "2023年5月6日",
    "2023-05-06",
    "5月6日",
    "10:20",
    "岁",
    "93",
    "床",
    "男",
    "浙江省杭州市",
    "文三路",
    "1号",
    "医院",
    "@",
    ".com",
    "a",
    "https://",
    "<a href=\"",
    "\">",
    "⟦",
    "⟧",
    "⟦D+1-",
    "⟦NAME-1-",
    "\uD842",
    "\uDFB7",
    "𠮷",
    "😀",
    "\u200B",
    "\u0000",
    "１",
    "Ⅲ",
    "½",
    "㎏",
    "幺三八",
    "·",
    "买买提",
    "身份证",
    "X",
    "(",
    ")",
    "于",
    "医师",
    "李",
    "国药准字H20051234",
    "\uFEFF",
    "::",
    "1.2.3.4",
    "/",
    "微信",
    "wx_1",
    "Gao",
    "&#49;",
    "<br>",
    "&nbsp;",
    "\u202E",
    "\t",
    "\r\n",
    "`",
    "](",
    "![",
    "data:",
    "mailto:",
    "护照",
    "E",
    "粤B",
    "12345"
  };

  private Notes() {}

  static String text(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder();
    for (int i = data.consumeInt(0, MOST_PIECES); i > 0; i--) {
      text.append(
          data.consumeBoolean() ? data.pickValue(WORDS) : data.consumeString(LONGEST_PIECE));
    }
    return text.toString();
  }

  static Context context() {
    KnownIdentifiers known = KnownIdentifiers.builder().name(NAME).phone(PHONE).build();
    return new Context(known, Placeholders.fresh(RANDOM));
  }
}
