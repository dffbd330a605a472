package gatehouse.consent.template.rest;

import gatehouse.consent.template.Block;
import gatehouse.consent.template.BlockKind;
import gatehouse.consent.template.Check;
import gatehouse.consent.template.TemplateText;
import gatehouse.consent.text.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form says, as it comes in. What it must say is the linter's business, not this one's. */
record TextRequest(
    @NotNull @Valid Words title,
    @NotNull @Size(max = 24) List<@NotNull @Valid BlockRequest> blocks,
    @Nullable @Valid Words noAiRoute,
    @Nullable @Size(max = 12) List<@NotNull @Valid CheckRequest> checks) {

  private static final String KEY = "[A-Za-z0-9_-]{1,40}";

  /** A text in both languages. */
  record Words(
      @NotNull @Size(max = 8000) @Pattern(regexp = Wording.CHARACTERS) String zh,
      @NotNull @Size(max = 8000) @Pattern(regexp = Wording.CHARACTERS) String en) {
    Wording wording() {
      return new Wording(zh, en);
    }
  }

  /** One part. */
  record BlockRequest(
      @NotNull BlockKind kind,
      @NotNull @Size(max = 8000) @Pattern(regexp = Wording.CHARACTERS) String zh,
      @NotNull @Size(max = 8000) @Pattern(regexp = Wording.CHARACTERS) String en) {}

  /** A question of understanding. */
  record CheckRequest(
      @NotNull @Pattern(regexp = KEY) String key,
      @NotNull @Valid Words question,
      @NotNull @Size(max = 8) List<@NotNull @Valid ChoiceRequest> choices) {
    Check check() {
      return new Check(
          key, question.wording(), choices.stream().map(ChoiceRequest::choice).toList());
    }
  }

  /** A possible answer. */
  record ChoiceRequest(
      @NotNull @Pattern(regexp = KEY) String key,
      @NotNull @Size(max = 500) @Pattern(regexp = Wording.CHARACTERS) String zh,
      @NotNull @Size(max = 500) @Pattern(regexp = Wording.CHARACTERS) String en,
      boolean right,
      boolean preselected) {
    Check.Choice choice() {
      return new Check.Choice(key, new Wording(zh, en), right, preselected);
    }
  }

  TemplateText text() {
    return new TemplateText(
        title.wording(),
        blocks.stream()
            .map(block -> new Block(block.kind(), new Wording(block.zh(), block.en())))
            .toList(),
        noAiRoute == null ? new Wording("", "") : noAiRoute.wording(),
        checks == null ? List.of() : checks.stream().map(CheckRequest::check).toList());
  }
}
