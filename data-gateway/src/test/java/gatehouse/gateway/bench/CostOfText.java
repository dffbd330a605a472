package gatehouse.gateway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What clinical text of some length costs, in processor time of the thread that works on it. */
public final class CostOfText {
  private static final String CHINESE =
      """
      患者因反复咳嗽、咳痰3周，加重伴发热2天入院。体温38.6℃，脉搏98次/分，呼吸20次/分，血压138/88mmHg。\
      双肺呼吸音粗，右下肺可闻及湿啰音，未闻及干啰音；心律齐，各瓣膜听诊区未闻及杂音。\
      血常规：白细胞11.23×10^9/L，中性粒细胞百分比82.5%，血红蛋白135g/L，血小板256×10^9/L，C反应蛋白56.3mg/L。
      胸部CT示右肺下叶炎症（范围约3.2cm×2.8cm），纵隔淋巴结无肿大。予左氧氟沙星0.5g每日一次静脉滴注，共7天。\
      既往有2型糖尿病史十年，口服二甲双胍0.5g一日三次，空腹血糖6.8~9.2mmol/L；否认高血压、冠心病史。
      诊断：1.社区获得性肺炎；2.2型糖尿病。建议两周后复查胸部CT，门诊随访。
      """;
  private static final String ENGLISH =
      """
      The patient was admitted with a three week history of productive cough, worsening over two days with fever. \
      On examination the temperature was 38.6 C, pulse 98 per minute, respiratory rate 20, blood pressure 138/88 mmHg. \
      White cell count 11.23 x 10^9/L with neutrophils 82.5 percent, haemoglobin 135 g/L, C-reactive protein 56.3 mg/L. \
      Computed tomography demonstrated consolidation in the right lower lobe without mediastinal lymphadenopathy.
      He received levofloxacin 500 mg intravenously once daily for seven days; type 2 diabetes mellitus is managed with \
      metformin 500 mg three times daily. Community acquired pneumonia was diagnosed and outpatient follow-up arranged.
      """;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CostOfText() {}

  /**
   * Prints the median and the 99th percentile for 2, 8 and 100 KB of Chinese and of English.
   *
   * @param making makes of a text what is worked on; not counted
   * @param work counted; what it gives at last is printed, too
   */
  public static <T> void print(Function<String, T> making, Function<T, ?> work) {
    for (int kilobytes : List.of(2, 8, 100)) {
      print("Chinese", repeated(CHINESE, kilobytes), kilobytes, making, work);
      print("English", repeated(ENGLISH, kilobytes), kilobytes, making, work);
    }
  }

  private static String repeated(String sentences, int kilobytes) {
    int size = sentences.getBytes(UTF_8).length;
    return sentences.repeat(Math.max(1, (kilobytes * 1000 + size / 2) / size));
  }

  private static <T> void print(
      String name, String text, int kilobytes, Function<String, T> making, Function<T, ?> work) {
    for (int i = 0; i < 3_000 / kilobytes; i++) {
      var _ = work.apply(making.apply(text));
    }
    long[] nanos = new long[Math.max(61, 2_000 / kilobytes)];
    for (int i = 0; i < nanos.length; i++) {
      T made = making.apply(text);
      long start = THREADS.getCurrentThreadCpuTime();
      var _ = work.apply(made);
      nanos[i] = THREADS.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%s, %d KB: median %.2f ms, p99 %.2f ms of %d; %s%n",
        name,
        kilobytes,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos.length,
        work.apply(making.apply(text)));
  }
}
