package gatehouse.deid.places;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.LabelValue;

/** Of which pieces an address is made, and where it stops. */
final class AddressGrammar {
  /** Characters that end a piece of an address. */
  private static final String ENDS =
      "省市区县旗州盟镇乡村路街道巷弄里坊苑园庄屯寨湾沟组队社号栋幢座楼层室户院城厦场府邸庭居寓店铺桥港岛坡岭坪坝塘营堡关铺埠垸圩墩浜泾縣區鄉號棟樓層莊灣溝組隊廠園廈鋪橋島嶺壩營關場";

  /** Pieces of a building: a number may stand alone after one of them. */
  private static final String BUILDING = "号栋幢座元层楼苑园区院厦寓庭府邸居城村路街弄巷里组队社室號棟層樓園區廈組隊";

  private static final String STOPS = "，,、。的是了被我你他她它这那及等;；!！?？\n\"”“<>《》【】[]|";

  /** 病区, 肾区: regions of a hospital and of a body. */
  private static final String NO_DISTRICT = "病肾肝心前脾肺腰胃额颞顶枕骶乳颌灶留急疗辖社叩痛全";

  /** From this length on what was read is an address for sure. */
  private static final int SURE = 4;

  private static final int LONGEST_REST = 11;

  /** Where one piece may be this long, an address has ended before. */
  private static final int LONGEST_PIECE = 12;

  private AddressGrammar() {}

  /** The end of the address that has reached {@code from} for sure. */
  static int end(NormalText text, int start, int from, int longest) {
    int end = from;
    int at = from;
    while (at - start < longest && at - end <= LONGEST_PIECE) {
      if (stops(text, at) && !(end - start >= SURE && wraps(text, at))) {
        break;
      }
      at++;
      if (isEnd(text, at - 1, start)) {
        end = at;
      } else if (Glyphs.isWord(text.at(at - 1)) && end > start && roomNumber(text, end, at)) {
        end = at;
      }
    }
    return end;
  }

  private static boolean stops(NormalText text, int at) {
    char c = text.at(at);
    return STOPS.indexOf(c) >= 0
        || c == ':'
        || c == '('
        || c == ')'
        || (Glyphs.isBlank(c) && !continues(text, at));
  }

  /**
   * Whether a line ends or a blank stands inside an address: it goes on with a piece of its own.
   */
  private static boolean wraps(NormalText text, int gap) {
    if (text.at(gap) != '\n' && !Glyphs.isBlank(text.at(gap))) {
      return false;
    }
    for (int at = gap + 1; at < gap + LONGEST_REST; at++) {
      char c = text.at(at);
      if (!Glyphs.isHan(c) && !Glyphs.isWord(c) && c != '-') {
        return false;
      }
      char before = text.at(at - 1);
      boolean counted = Glyphs.isWord(before) || Glyphs.numeral(before) >= 0;
      if ("路街巷弄村镇乡县鎮鄉縣".indexOf(c) >= 0
          || ("区區".indexOf(c) >= 0 && NO_DISTRICT.indexOf(before) < 0)
          || (counted && "号栋幢室楼单號棟樓單".indexOf(c) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** The end of the clause: for values whose label says that they are addresses. */
  static int clauseEnd(NormalText text, int start, int longest) {
    int at = start;
    while (at - start < longest && STOPS.indexOf(text.at(at)) < 0 && !Glyphs.isBlank(text.at(at))) {
      at++;
    }
    return at;
  }

  /** Whether what was read goes on as an institution's name, which another detector takes. */
  static boolean isInstitution(NormalText text, int end) {
    int at = end;
    while (at - end < 16 && Glyphs.isHan(text.at(at))) {
      at++;
    }
    String rest = text.slice(Math.min(end, text.length()), Math.min(at, text.length()));
    return rest.contains("医院")
        || rest.contains("公司")
        || rest.contains("大学")
        || rest.contains("卫生院")
        || rest.contains("学校")
        || rest.contains("学院")
        || rest.contains("中学")
        || rest.contains("小学");
  }

  static boolean isStreet(NormalText text, int at) {
    char c = text.at(at);
    return c == '路'
        || c == '街'
        || c == '巷'
        || c == '弄'
        || (c == '道' && text.at(at - 1) == '大')
        || c == '村';
  }

  /** Back over the name of a street. */
  static int streetStart(NormalText text, int at) {
    int start = at;
    while (at - start < 8
        && Glyphs.isHan(text.at(start - 1))
        && "于在住至到往去从由的是和与及址".indexOf(text.at(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  static boolean hasHouse(NormalText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("号栋幢室楼组弄单號棟樓組單".indexOf(text.at(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a district, county, town or township stands in the span. */
  static boolean hasDivision(NormalText text, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if ("区县镇乡區縣鎮鄉".indexOf(text.at(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  static boolean hasNumber(NormalText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Glyphs.isDigit(text.at(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEnd(NormalText text, int at, int start) {
    char c = text.at(at);
    if (c == '元') {
      return text.at(at - 1) == '单';
    }
    if (ENDS.indexOf(c) < 0 || at == start) {
      return false;
    }
    if (c == '院') {
      return "大小宅属".indexOf(text.at(at - 1)) >= 0;
    }
    return !(c == '道' && "胆尿肠气食呼".indexOf(text.at(at - 1)) >= 0);
  }

  /** Digits, letters and hyphens right after a building's piece are its rooms. */
  private static boolean roomNumber(NormalText text, int end, int at) {
    if (BUILDING.indexOf(text.at(end - 1)) < 0 && !Glyphs.isWord(text.at(end - 1))) {
      return false;
    }
    for (int i = end; i < at; i++) {
      char c = text.at(i);
      if (!Glyphs.isWord(c) && c != '-' && c != '#' && c != ' ') {
        return false;
      }
    }
    return true;
  }

  /** A blank lies inside an address only before another number or piece of a building. */
  private static boolean continues(NormalText text, int blank) {
    int next = LabelValue.skipBlanks(text, blank);
    if (next - blank > 1) {
      return false;
    }
    int at = next;
    while (Glyphs.isDigit(text.at(at))) {
      at++;
    }
    return at > next && "号栋幢座单层楼室组队-號棟單層樓組隊".indexOf(text.at(at)) >= 0;
  }
}
