package gatehouse.lease.owner;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a lease, or for more of it.
 *
 * @param holder one running process; another name after each start
 * @param epoch of the lease that the holder has; absent for its first
 * @param applied the version up to which it has applied every fact of that epoch
 */
public record LeaseRequest(
    @NotNull @Size(min = 1, max = 100) @Pattern(regexp = "[A-Za-z0-9._:-]+") String holder,
    @Nullable UUID epoch,
    @Nullable @PositiveOrZero Long applied) {}
