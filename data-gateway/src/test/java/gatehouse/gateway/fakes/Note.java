package gatehouse.gateway.fakes;

import java.util.List;

/** An admission note as a ward writes it; every person and number in it is invented. */
public final class Note {
  /** Everything in it that must never leave. */
  public static final List<String> SECRETS =
      List.of(
          "欧阳明月",
          "欧阳建国",
          "110101196803074215",
          "13812345678",
          "中关村大街27号院3号楼502室",
          "00123456",
          "１３９１２３４５６７８",
          "13912345678",
          "１１０１０１１９６８０３０７４２１５");

  /** What the caller knows of the patient. */
  public static final String KNOWN =
      """
      ,"known":{"names":["欧阳明月"],"kin":["欧阳建国"],"phones":["13812345678"],
       "idNumbers":["110101196803074215"],"recordNumbers":["00123456"],
       "addresses":["北京市海淀区中关村大街27号院3号楼502室"]}\
      """;

  /** The note in one line, fit for a JSON string. */
  public static final String TEXT =
      "入院记录 姓名：欧阳明月 性别：男 年龄：58岁 身份证号：110101196803074215 住院号：00123456 "
          + "电话：13812345678 住址：北京市海淀区中关村大街27号院3号楼502室 联系人：欧阳建国（父子）电话１３９１２３４５６７８ "
          + "身份证１１０１０１１９６８０３０７４２１５ "
          + "主诉：咳嗽、咳痰3周，加重伴气促2天。现病史：患者欧阳明月3周前受凉后出现咳嗽，体温38.5℃，"
          + "白细胞11.2×10^9/L，予阿莫西林0.5g（国药准字H20123456）口服。既往史：高血压10年，否认精神病史。HIV抗体阴性。";

  private Note() {}
}
