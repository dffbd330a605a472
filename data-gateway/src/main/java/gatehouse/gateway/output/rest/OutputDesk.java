package gatehouse.gateway.output.rest;

import gatehouse.gateway.output.JudgeOutput;
import gatehouse.gateway.output.OutputLedger;
import gatehouse.gateway.output.ShowOutput;
import jakarta.enterprise.context.ApplicationScoped;

/** What a physician's desk has: the register, a look at a text, and the decision. */
@ApplicationScoped
class OutputDesk {
  private final OutputLedger ledger;
  private final ShowOutput show;
  private final JudgeOutput judge;

  OutputDesk(OutputLedger ledger, ShowOutput show, JudgeOutput judge) {
    this.ledger = ledger;
    this.show = show;
    this.judge = judge;
  }

  OutputLedger ledger() {
    return ledger;
  }

  ShowOutput show() {
    return show;
  }

  JudgeOutput judge() {
    return judge;
  }
}
