package gatehouse.admission.tiering;

/** One question of a ruleset, answered yes, no or unknown. */
public record Question(String key, String zh, String en) {}
