package gatehouse.faults.egress;

import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.local.blueprint.Listener;
import java.util.Arrays;
import java.util.List;

/** What is wrong while an application is stopped. */
enum Disturbance {
  NONE("nothing else is wrong") {
    @Override
    void strike(SuiteUnderFault suite) {}
  },
  GATEWAYS_CUT_OFF("gateways cut off from owner and broker") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.wire(Listener.INCIDENT).cut();
      suite.wire(Listener.KAFKA).cut();
    }
  },
  /** Requests already sent are among what stands still: they must not go out when it wakes. */
  GATEWAY_PAUSED("one gateway stopped by SIGSTOP") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.pause("data-gateway");
    }
  },
  OWNER_SILENT("the way to the owner swallows everything") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.wire(Listener.INCIDENT).hold();
    }
  },
  BROKER_CUT("everybody cut off from the broker") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.wire(Listener.KAFKA).cut();
    }
  },
  BROKER_KILLED("broker killed") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.kill("kafka");
    }
  },
  GATEWAY_KILLED("one gateway killed") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.kill("data-gateway");
    }
  },
  /** {@link BrokenStream} kills it: only there is somebody who reads. */
  STREAM_BROKEN("no stop: one gateway killed in the middle of a stream") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.kill("data-gateway");
    }

    @Override
    Order order() {
      return Order.NO_STOP;
    }
  },
  /** A new epoch, which must keep silent for one life of a lease before it confirms anything. */
  OWNER_RESTARTED("owner killed behind its answer, started again") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.kill("incident-service");
    }

    @Override
    Order order() {
      return Order.STOP_FIRST;
    }
  },
  OWNER_KILLED("no stop: owner of the stops killed") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.kill("incident-service");
    }

    @Override
    Order order() {
      return Order.NO_STOP;
    }
  },
  OWNERS_DATABASE_CUT("no stop: owner cut off from its database") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.ownersDatabase().cut();
    }

    @Override
    Order order() {
      return Order.NO_STOP;
    }
  },
  /** It takes connections and questions, and answers nothing. */
  OWNERS_DATABASE_HANGS("no stop: the owner's database hangs") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.ownersDatabase().hold();
    }

    @Override
    Order order() {
      return Order.NO_STOP;
    }
  },
  ADMISSION_CUT("no stop: gateways cut off from admission") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.wire(Listener.ADMISSION).cut();
    }

    @Override
    Order order() {
      return Order.NO_STOP;
    }
  },
  CONSENT_SILENT("no stop: the way to consent swallows everything") {
    @Override
    void strike(SuiteUnderFault suite) {
      suite.wire(Listener.CONSENT).hold();
    }

    @Override
    Order order() {
      return Order.NO_STOP;
    }
  };

  /** What comes first. */
  enum Order {
    STRIKE_FIRST,
    STOP_FIRST,
    /** Nobody can be told to stop: the gateways must close by themselves. */
    NO_STOP
  }

  private static final int ROUND = 20;
  private static final Disturbance[] OFTEN = {
    GATEWAYS_CUT_OFF, GATEWAY_PAUSED, OWNER_SILENT, BROKER_CUT
  };
  private static final Disturbance[] SELDOM = {
    OWNERS_DATABASE_CUT,
    GATEWAY_KILLED,
    ADMISSION_CUT,
    OWNER_RESTARTED,
    OWNERS_DATABASE_HANGS,
    CONSENT_SILENT,
    BROKER_KILLED,
    OWNER_KILLED,
    STREAM_BROKEN
  };

  private final String label;

  Disturbance(String label) {
    this.label = label;
  }

  /** Those whose name contains one of the words, in turn. */
  static Disturbance ofTrial(int number, List<String> words) {
    List<Disturbance> chosen =
        Arrays.stream(values())
            .filter(one -> words.stream().anyMatch(one.label::contains))
            .toList();
    return chosen.isEmpty() ? ofTrial(number) : chosen.get(number % chosen.size());
  }

  /** Three of four in peace; what takes a restart once in a hundred and eighty. */
  static Disturbance ofTrial(int number) {
    int place = number % ROUND;
    if (place % 2 == 0 || place > 2 * OFTEN.length + 1) {
      return NONE;
    }
    return place / 2 < OFTEN.length ? OFTEN[place / 2] : SELDOM[number / ROUND % SELDOM.length];
  }

  String label() {
    return label;
  }

  Order order() {
    return Order.STRIKE_FIRST;
  }

  abstract void strike(SuiteUnderFault suite);
}
