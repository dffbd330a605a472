package gatehouse.story;

import java.util.List;
import java.util.Map;

/**
 * The story's patient. Invented: the identity card's area code and check digit are right, so that
 * it looks real to a detector, and the record number is not one of a hospital.
 */
final class Patient {
  static final String ISSUER = "HIS";
  static final String RECORD_NUMBER = "00123456";
  static final String NAME = "张伟民";
  static final String KIN = "李秀兰";
  static final String ID_NUMBER = "110101196803070032";
  static final String PHONE = "13812345678";
  static final String PHONE_FULL_WIDTH = "１３９１２３４５６７８";
  static final String ADDRESS = "北京市朝阳区望京街道花家地北里12号楼3单元402室";
  static final String MAIL = "zhangwm1968@example.com";

  private Patient() {}

  /** What must never be read outside the house, in any spelling of its digits. */
  static List<String> identifiers() {
    return List.of(
        NAME,
        KIN,
        ID_NUMBER,
        PHONE,
        PHONE_FULL_WIDTH,
        "13912345678",
        RECORD_NUMBER,
        "花家地北里",
        "402室",
        MAIL);
  }

  /** How the hospital's systems name the patient in a body. */
  static String json() {
    return "{\"issuer\": \"%s\", \"id\": \"%s\"}".formatted(ISSUER, RECORD_NUMBER);
  }

  /** What the hospital information system knows, for the gateway to look for. */
  static Map<String, List<String>> known() {
    return Map.of(
        "names", List.of(NAME),
        "kin", List.of(KIN),
        "phones", List.of(PHONE),
        "idNumbers", List.of(ID_NUMBER),
        "recordNumbers", List.of(RECORD_NUMBER),
        "addresses", List.of(ADDRESS));
  }

  /** An admission note as a physician writes one. */
  static String note() {
    return """
    入院记录
    姓名：%s  性别：男  年龄：58岁  住院号：%s
    身份证号：%s  联系电话：%s
    住址：%s  电子邮箱：%s
    联系人：%s（配偶），电话%s
    主诉：反复咳嗽、咳痰2周，发热3天。
    现病史：患者%s于2周前受凉后出现咳嗽、咳白色黏痰，3天前体温升至38.6℃，\
    予左氧氟沙星0.5g qd口服，效果欠佳。白细胞12.3×10^9/L，CRP 56mg/L。
    初步诊断：社区获得性肺炎。
    请用三句话为%s写出病情摘要。
    """
        .formatted(
            NAME,
            RECORD_NUMBER,
            ID_NUMBER,
            PHONE,
            ADDRESS,
            MAIL,
            KIN,
            PHONE_FULL_WIDTH,
            NAME,
            NAME);
  }
}
