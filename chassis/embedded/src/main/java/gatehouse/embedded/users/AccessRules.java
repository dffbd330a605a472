package gatehouse.embedded.users;

import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a service must be allowed to do, in the broker's words. {@code
 * deploy/container/create-topics.sh} says the same to a cluster; a test holds the two together.
 */
public final class AccessRules {
  private AccessRules() {}

  /** To write a topic, which includes describing it and an idempotent producer. */
  public static Stream<AclBinding> writes(String service, String topic) {
    return Stream.of(rule(service, topic(topic), AclOperation.WRITE));
  }

  /** To read a topic, and to ask how long it is kept: the inbox forgets no sooner. */
  public static Stream<AclBinding> reads(String service, String topic) {
    return Stream.of(AclOperation.READ, AclOperation.DESCRIBE_CONFIGS)
        .map(operation -> rule(service, topic(topic), operation));
  }

  /** To read in groups of its own, whose names begin with the service's and a dot. */
  public static Stream<AclBinding> ownGroups(String service) {
    ResourcePattern own =
        new ResourcePattern(ResourceType.GROUP, service + ".", PatternType.PREFIXED);
    return Stream.of(rule(service, own, AclOperation.READ));
  }

  private static ResourcePattern topic(String name) {
    return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
  }

  private static AclBinding rule(String service, ResourcePattern on, AclOperation operation) {
    return new AclBinding(
        on, new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
  }
}
