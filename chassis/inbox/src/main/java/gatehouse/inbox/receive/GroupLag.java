package gatehouse.inbox.receive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;

/**
 * How far a group is behind its topic, asked of the broker and not of the consumer: a consumer that
 * has silently stopped believes that there is nothing to read.
 *
 * @param lag records that wait
 * @param positions the group's position in each partition that has records waiting
 */
record GroupLag(long lag, Map<Integer, Long> positions) {

  private static final int SECONDS = 5;

  static GroupLag of(Admin admin, String group, String topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> ask = new HashMap<>();
    for (TopicDescription found :
        admin
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(SECONDS, TimeUnit.SECONDS)
            .values()) {
      for (TopicPartitionInfo one : found.partitions()) {
        ask.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, Long> ends = offsets(admin, ask);
    ask.replaceAll((partition, latest) -> OffsetSpec.earliest());
    Map<TopicPartition, Long> begins = offsets(admin, ask);
    Map<TopicPartition, @Nullable OffsetAndMetadata> positions =
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(SECONDS, TimeUnit.SECONDS);
    long lag = 0;
    Map<Integer, Long> waiting = new HashMap<>();
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata position = positions.get(end.getKey());
      long begin = begins.getOrDefault(end.getKey(), 0L);
      // What was deleted or compacted before it was read cannot be waited for.
      long at = position == null ? begin : Math.max(begin, position.offset());
      if (at < end.getValue()) {
        lag += end.getValue() - at;
        waiting.put(end.getKey().partition(), at);
      }
    }
    return new GroupLag(lag, waiting);
  }

  private static Map<TopicPartition, Long> offsets(Admin admin, Map<TopicPartition, OffsetSpec> ask)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> one :
        admin.listOffsets(ask).all().get(SECONDS, TimeUnit.SECONDS).entrySet()) {
      offsets.put(one.getKey(), one.getValue().offset());
    }
    return offsets;
  }
}
