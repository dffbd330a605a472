package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model needs to read must come out as it went in. */
class ClinicalTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "阿司匹林肠溶片100mg po qd，阿托伐他汀20mg qn",
        "二甲双胍缓释片（国药准字H20051234）0.5g tid",
        "WBC 9.8×10^9/L，Hb 120g/L，PLT 210×10^9/L，CRP 12.5mg/L",
        "T 36.8℃，P 94次/分，R 19次/分，BP 130/80mmHg，SpO2 98%",
        "诊断：2型糖尿病（E11.900），高血压病3级（I10.x05）",
        "帕金森病、墨菲征(+)、梅尼埃病、霍奇金淋巴瘤、格林-巴利综合征",
        "杜仲15g，黄芪30g，当归10g，白术12g，何首乌9g",
        "产品批号20230512，试验编码NCT01234567，rs1801133",
        "床号：12床，第3周期化疗，1/2肌层受侵，淋巴结(2/9)",
        "患者高血压病史10年，患者黄疸较前减轻，患者方可下床活动",
        "血压120/70，血糖5.6-7.8mmol/L，病灶大小1.16*0.49cm",
        "建议2周后复查，术后3天拔管，吸烟20年，每日10支",
        "results may vary, PO q8h, sep of wound",
        "ER(+) PR(+) HER2(2+)，Ki-67 30%，CK7(+)，1:200稀释，12:30给药",
        "双肺呼吸音清，未闻及干湿啰音，心率78次/分，律齐",
      })
  void survives(String text) {
    assertThat(Engine.mask(text)).isEqualTo(text);
  }
}
