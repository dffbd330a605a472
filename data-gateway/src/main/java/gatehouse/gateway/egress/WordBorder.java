package gatehouse.gateway.egress;

import gatehouse.gateway.egress.SensitiveWords.Border;
import gatehouse.gateway.egress.SensitiveWords.Found;
import java.util.List;

/** Where a sensitive word stands in honest words: 慢性病 and 恶性病变 are no 性病. */
enum WordBorder implements Border {
  /** 性 makes adjectives of the words before it. */
  NO_ADJECTIVE {
    @Override
    public boolean fits(String text, Found found) {
      boolean joined = found.apart() && isHan(text, found.start() - 1);
      return !joined && !follows(text, found, ADJECTIVES) && !precedes(text, found, "变灶损毒理");
    }
  },
  /** 精神 is also a patient's mien: 精神病容, 精神病情平稳. */
  NO_MIEN {
    @Override
    public boolean fits(String text, Found found) {
      return !precedes(text, found, "容情程");
    }
  },
  /** 呼吸毒性 and 吸毒素 are no drugs. */
  NO_BREATH {
    @Override
    public boolean fits(String text, Found found) {
      return !follows(text, found, List.of("呼")) && !precedes(text, found, "性素");
    }
  },
  /**
   * TRUST is a test for syphilis where a result or Chinese stands beside it, and no English word.
   */
  A_TEST {
    @Override
    public boolean fits(String text, Found found) {
      int before = SensitiveWords.nearest(text, found.start() - 1, -1);
      int after = SensitiveWords.nearest(text, found.end(), 1);
      boolean alone =
          !SensitiveWords.isLetter(SensitiveWords.image(text, found.start() - 1))
              && !SensitiveWords.isLetter(SensitiveWords.image(text, found.end()));
      return alone
          && (isHan(text, before)
              || isHan(text, after)
              || RESULTS.indexOf(SensitiveWords.image(text, after)) >= 0
              || REACTIONS.stream().anyMatch(word -> text.startsWith(word, after)));
    }
  };

  private static final List<String> ADJECTIVES =
      List.of(
          "慢", "急", "良", "恶", "阴", "阳", "男", "女", "异", "发", "行", "质", "变", "显", "隐", "遗传", "先天",
          "全身", "老年", "家族", "系统", "免疫", "代谢", "职业", "血管", "危险", "接触", "垂直", "源", "媒", "逆", "漫");

  private static final String RESULTS = "0123456789:：(（+";
  private static final List<String> REACTIONS = List.of("positive", "reactive", "test", "tit");

  private static boolean follows(String text, Found found, List<String> words) {
    int last = SensitiveWords.nearest(text, found.start() - 1, -1);
    return words.stream().anyMatch(word -> endsWith(text, last, word));
  }

  private static boolean endsWith(String text, int last, String word) {
    int at = last;
    for (int i = word.length() - 1; i >= 0; i--) {
      if (SensitiveWords.image(text, at) != word.charAt(i)) {
        return false;
      }
      at = SensitiveWords.nearest(text, at - 1, -1);
    }
    return true;
  }

  private static boolean precedes(String text, Found found, String characters) {
    char next = SensitiveWords.image(text, SensitiveWords.nearest(text, found.end(), 1));
    return next != 0 && characters.indexOf(next) >= 0;
  }

  private static boolean isHan(String text, int at) {
    return at >= 0 && at < text.length() && Character.isIdeographic(text.charAt(at));
  }
}
