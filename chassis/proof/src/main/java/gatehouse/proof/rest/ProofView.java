package gatehouse.proof.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HexFormat;
import java.util.List;

/** Proofs about the tree (RFC 9162); hashes in lower-case hexadecimal digits. */
final class ProofView {

  private ProofView() {}

  /** That an entry is the one with that number among the first {@code size}. */
  @JsonPropertyOrder({"seq", "size", "leaf", "path"})
  record InclusionProof(long seq, long size, String leaf, List<String> path) {}

  /** That the first {@code to} entries begin with the first {@code from}. */
  @JsonPropertyOrder({"from", "to", "path"})
  record ConsistencyProof(long from, long to, List<String> path) {}

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(ProofView::hex).toList();
  }
}
