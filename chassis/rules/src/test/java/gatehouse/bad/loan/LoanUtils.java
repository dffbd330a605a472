package gatehouse.bad.loan;

import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.Producer;

/** Breaks: a drawer, an injected field, Kafka outside the journal. */
public class LoanUtils {
  @Inject public Producer<String, String> producer;
}
