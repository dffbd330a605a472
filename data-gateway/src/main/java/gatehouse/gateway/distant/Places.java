package gatehouse.gateway.distant;

import gatehouse.deid.scan.Label;
import gatehouse.gateway.json.Json;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What keys say about the part that a member plays: a field's name, its value, neither. */
final class Places {
  /** How far inside a member its label may be: FHIR's {@code type.coding[0].display}. */
  static final int DEEPEST_LABEL = 3;

  /** No table has more columns, no field more names. */
  static final int MOST_LABELS = 200;

  static final Label RECORD = new Label("患者ID", Label.Kind.NUMBER);

  private static final Set<String> VALUES =
      Set.of(
          "v",
          "text",
          "data",
          "content",
          "display",
          "no",
          "nr",
          "num",
          "number",
          "id",
          "code",
          "string",
          "raw",
          "result",
          "answer",
          "input",
          "body",
          "full",
          "default",
          "const",
          "enum",
          "example",
          "examples",
          "值",
          "内容",
          "结果",
          "答案",
          "数据",
          "填写");
  private static final Set<String> NAMING =
      Set.of(
          "field",
          "key",
          "name",
          "label",
          "title",
          "type",
          "code",
          "question",
          "item",
          "column",
          "kind",
          "category",
          "attribute",
          "attr",
          "prop",
          "property",
          "header",
          "param",
          "parameter",
          "system",
          "display",
          "text",
          "k",
          "字段",
          "字段名",
          "类型",
          "名称",
          "标签",
          "项目",
          "问题",
          "列名",
          "证件类型",
          "卡类型");
  private static final Set<String> HARMLESS =
      Set.of(
          "time",
          "timestamp",
          "date",
          "year",
          "created",
          "updated",
          "version",
          "length",
          "min",
          "max",
          "count",
          "size",
          "index",
          "order",
          "seq",
          "sort",
          "score",
          "width",
          "height",
          "时间",
          "日期",
          "顺序",
          "序号",
          "排序",
          "长度");
  private static final Set<String> RECORDS =
      Set.of("patient", "person", "relatedperson", "encounter", "患者", "病人", "受试者");
  private static final Set<String> IDS = Set.of("id", "no", "number", "编号", "号码", "号", "reference");

  private Places() {}

  static boolean isValue(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.startsWith("val")
        || lower.endsWith("value")
        || lower.endsWith("值")
        || lower.endsWith("号码")
        || lower.endsWith("编号")
        || VALUES.contains(lower);
  }

  static boolean isNaming(String key) {
    return NAMING.contains(key.toLowerCase(Locale.ROOT));
  }

  static boolean isHarmless(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return HARMLESS.contains(lower) || lower.endsWith("time") || lower.endsWith("date");
  }

  /** The id of a resource that is a person, or a stay of one; and all of FHIR's identifiers. */
  static @Nullable Label ofRecord(String key, Json.Obj object) {
    if (key.equals("identifier")) {
      return RECORD;
    }
    String type = object.string("resourceType");
    boolean record = type != null && RECORDS.contains(type.toLowerCase(Locale.ROOT));
    return record && IDS.contains(key) ? RECORD : null;
  }
}
