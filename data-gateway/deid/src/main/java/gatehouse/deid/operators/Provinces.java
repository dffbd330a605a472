package gatehouse.deid.operators;

import gatehouse.deid.normalise.NormalText;
import java.util.List;

/** The province at the start of an address. */
final class Provinces {
  private static final List<String> NAMES =
      List.of(
          "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西",
          "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海",
          "宁夏", "新疆", "台湾", "香港", "澳门");

  private Provinces() {}

  /** The province, or 某地 where the address does not begin with one. */
  static String of(String address) {
    NormalText text = NormalText.of(address);
    String plain = text.slice(0, text.length());
    return NAMES.stream().filter(plain::startsWith).findFirst().orElse("某地");
  }
}
