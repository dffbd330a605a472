package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line per form: type, text, and the part of it that must be found, whole. */
class FindingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NATIONAL_ID   | 身份证号：11010119900307747X              | 11010119900307747X
          NATIONAL_ID   | 号码110101199003077475存档                | 110101199003077475
          NATIONAL_ID   | 身份证 110101 19900307 7475               | 110101 19900307 7475
          NATIONAL_ID   | 证件１１０１０１１９９００３０７７４７Ｘ。 | １１０１０１１９９００３０７７４７Ｘ
          NATIONAL_ID   | 旧证110101900307747                       | 110101900307747
          NATIONAL_ID   | 识别为11O1O11990O3O7747X                  | 11O1O11990O3O7747X
          PHONE         | 联系电话：13800138000                     | 13800138000
          PHONE         | 手机138-0013-8000                         | 138-0013-8000
          PHONE         | 手机 138 0013 8000，家属                  | 138 0013 8000
          PHONE         | 可拨+86 13800138000                       | +86 13800138000
          PHONE         | 座机0571-87236666                         | 0571-87236666
          PHONE         | 座机（010）62345678                       | （010）62345678
          PHONE         | 电话：87236666                            | 87236666
          PHONE         | 拨打400-820-8820                          | 400-820-8820
          PHONE         | 随访电话：一三九，一二三四，五六七八     | 一三九，一二三四，五六七八
          PERSON        | Patient: Li Wei, MRN                      | Li Wei
          EMAIL         | 邮箱zhang.san_01@mail.example.com。       | zhang.san_01@mail.example.com
          RECORD_NUMBER | 住院号：ZY00123456                        | ZY00123456
          RECORD_NUMBER | 病案号 0012345                            | 0012345
          RECORD_NUMBER | 门诊号码为M-2023-0098                     | M-2023-0098
          RECORD_NUMBER | 病历号:８８５５４９７                     | ８８５５４９７
          INSURANCE_NO  | 医保卡号：H12110159                       | H12110159
          BANK_CARD     | 银行卡号：6217 0012 3456 7890 123         | 6217 0012 3456 7890 123
          BANK_CARD     | 打到4111111111111111                      | 4111111111111111
          PASSPORT      | 护照号：E12345678                         | E12345678
          PERMIT        | 回乡证H1234567890                         | H1234567890
          MILITARY_ID   | 军官证：南字第2001988号                   | 南字第2001988号
          PLATE         | 驾驶粤B·12345来院                         | 粤B·12345
          PLATE         | 车牌沪AD12345                             | 沪AD12345
          WECHAT        | 微信号：zhang_san99                       | zhang_san99
          QQ            | QQ：123456789                             | 123456789
          IP_ADDRESS    | 终端192.168.10.23登录                     | 192.168.10.23
          MAC_ADDRESS   | 网卡00:1A:2B:3C:4D:5E                     | 00:1A:2B:3C:4D:5E
          URL           | 见https://a.example.com/p?id=9            | https://a.example.com/p?id=9
          POSTCODE      | 邮编：310012                              | 310012
          ADDRESS       | 现住浙江省杭州市西湖区文三路123号2单元301室。 | 浙江省杭州市西湖区文三路123号2单元301室
          ADDRESS       | 住址：沈丘县李老庄乡张庄村三组12号        | 沈丘县李老庄乡张庄村三组12号
          ADDRESS       | 于建设路12号3楼被撞                       | 建设路12号3楼
          AGE_OVER_89   | 患者，女，93岁                            | 93
          AGE_OVER_89   | 年龄：101                                 | 101
          AGE_OVER_89   | 九十三岁高龄                              | 九十三
          DATE          | 于2023年5月6日入院                        | 2023年5月6日
          DATE          | 入院日期：2023-05-06 10:20                | 2023-05-06 10:20
          DATE          | 二〇二三年五月六日手术                    | 二〇二三年五月六日
          DATE          | 手术日期20230506                          | 20230506
          DATE          | 记录2024110820:46巡视                     | 2024110820:46
          DATE          | 转入ICU2024年6月1日                       | 2024年6月1日
          DATE          | 8月17日复查                               | 8月17日
          PHONE         | 国外电话+49 30 1234567转                  | +49 30 1234567
          PHONE         | call 415-555-0132 now                     | 415-555-0132
          MAC_ADDRESS   | 网卡00-1A-2B-3C-4D-5E                     | 00-1A-2B-3C-4D-5E
          IP_ADDRESS    | 网关fe80::1异常                           | fe80::1
          URL           | 见www.example.com/p?id=9。                | www.example.com/p?id=9
          DATE          | admitted on May 22, 1999 with             | May 22, 1999
          DATE          | on 22nd of May 2021 he                    | 22nd of May 2021
          BIRTH_DATE    | 出生日期：1950-03-07                      | 1950-03-07
          PERSON        | 姓名：王小明                              | 王小明
          PERSON        | 姓名：欧阳修                              | 欧阳修
          PERSON        | 姓名：阿依古丽·买买提                     | 阿依古丽·买买提
          PERSON        | 患者李建国，男                            | 李建国
          PERSON        | 联系人：赵敏（女儿）                      | 赵敏
          PERSON        | 家属周佳琪已知情                          | 周佳琪
          PERSON        | 医师签名：苏 耀 强                        | 苏 耀 强
          PERSON        | 记录者：𠮷田勇                            | 𠮷田勇
          PERSON        | 主治医师：張志強                          | 張志強
          """)
  void isFoundWhole(Type type, String text, String expected) {
    assertThat(Engine.found(text, type)).contains(expected);
  }
}
