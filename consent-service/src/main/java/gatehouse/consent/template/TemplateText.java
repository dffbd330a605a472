package gatehouse.consent.template;

import gatehouse.consent.text.Wording;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a form says.
 *
 * @param title its title
 * @param blocks its parts, in the order in which they are shown
 * @param noAiRoute how the person is cared for without AI
 * @param checks questions of understanding; may be empty
 */
public record TemplateText(
    Wording title, List<Block> blocks, Wording noAiRoute, List<Check> checks) {

  public TemplateText {
    blocks = List.copyOf(blocks);
    checks = List.copyOf(checks);
  }

  /** The kinds of its parts. */
  public Set<BlockKind> kinds() {
    Set<BlockKind> kinds = EnumSet.noneOf(BlockKind.class);
    blocks.forEach(block -> kinds.add(block.kind()));
    return kinds;
  }

  /** The whole text as it is shown and kept: Markdown, Chinese before English. */
  public String canonical() {
    StringBuilder text = new StringBuilder();
    heading(text, "# ", title);
    for (Block block : blocks) {
      text.append("\n## ").append(block.kind()).append('\n');
      paragraphs(text, block.wording());
      if (block.kind() == BlockKind.ALTERNATIVES) {
        text.append("\n### NO_AI_ROUTE\n");
        paragraphs(text, noAiRoute);
      }
    }
    for (Check check : checks) {
      text.append("\n## CHECK ").append(check.key()).append('\n');
      paragraphs(text, check.question());
      check.choices().forEach(choice -> choice(text, choice));
    }
    return text.toString();
  }

  private static void choice(StringBuilder text, Check.Choice choice) {
    text.append("- [ ] ")
        .append(choice.key())
        .append(": ")
        .append(choice.wording().zh())
        .append(" / ")
        .append(choice.wording().en())
        .append('\n');
  }

  private static void heading(StringBuilder text, String mark, Wording wording) {
    text.append(mark).append(wording.zh()).append('\n');
    text.append(mark).append(wording.en()).append('\n');
  }

  private static void paragraphs(StringBuilder text, Wording wording) {
    text.append(wording.zh()).append("\n\n").append(wording.en()).append('\n');
  }
}
