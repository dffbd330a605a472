package gatehouse.faults.suite;

import gatehouse.embedded.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy on loopback between two parts. It can be cut (connections are reset, new ones
 * refused), held (bytes stay in it and nobody is told: a network that swallows), and it knows when
 * the last byte went towards its target.
 */
public final class Wire implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;

  private enum State {
    WHOLE,
    HELD,
    CUT
  }

  private final int target;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastSent = new AtomicLong(Long.MIN_VALUE);

  /** The same of each connection, by the port of whoever connected. */
  private final Map<Integer, Long> lastSentBy = new ConcurrentHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private State state = State.WHOLE;
  private volatile @Nullable Stall stall;

  /** What is asked with these words is answered only so far. */
  private record Stall(String words, int bytes) {}

  /** A wire from a free port to the target's port. */
  public Wire(int target) {
    this.target = target;
    try {
      this.server = new ServerSocket(0, 128, Ports.loopback());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where to connect in order to reach the target. */
  public int port() {
    return server.getLocalPort();
  }

  /** Resets all connections and refuses new ones until {@link #mend}. */
  public void cut() {
    change(State.CUT);
    open.forEach(Wire::reset);
  }

  /** Keeps what comes until {@link #mend}; connections stay open. */
  public void hold() {
    change(State.HELD);
  }

  /**
   * A target that begins to answer and does not go on, until {@link #mend}, for whoever asks it
   * with these words from now on; the rest of what a connection carries is let through.
   */
  public void stall(String words, int bytes) {
    stall = new Stall(words, bytes);
  }

  /** Lets everything through again. */
  public void mend() {
    stall = null;
    change(State.WHOLE);
  }

  /** {@link System#nanoTime} of the last byte that went to the target; MIN_VALUE before any. */
  public long lastSentNanos() {
    return lastSent.get();
  }

  /**
   * A byte that somebody sent to the target.
   *
   * @param nanos {@link System#nanoTime} of it
   * @param byTheKernel whether the kernel says so; else it is when this wire came to carry it,
   *     which on a busy machine may be long behind
   */
  public record Sent(long nanos, boolean byTheKernel) {}

  /** The last byte that was sent behind that moment, as far as anybody can still tell. */
  public Optional<Sent> sentAfter(long moment) {
    return lastSentBy.entrySet().stream()
        .filter(last -> last.getValue() - moment > 0)
        .map(last -> sent(last.getKey(), last.getValue()))
        .filter(sent -> sent.nanos() - moment > 0)
        .max(Comparator.comparingLong(Sent::nanos));
  }

  private Sent sent(int peer, long carried) {
    OptionalLong arrived = Arrivals.lastNanos(port(), peer);
    return arrived.isPresent()
        ? new Sent(Math.min(carried, arrived.getAsLong()), true)
        : new Sent(carried, false);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }

  private void change(State next) {
    lock.lock();
    try {
      state = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns false when the wire is cut. */
  private boolean passes() throws InterruptedException {
    lock.lock();
    try {
      while (state == State.HELD) {
        changed.await();
      }
      return state == State.WHOLE;
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> join(client));
      } catch (IOException _) {
        // Closed, or a client that left at once.
      }
    }
  }

  private void join(Socket client) {
    open.add(client);
    Socket other = new Socket();
    open.add(other);
    try {
      if (!passes()) {
        reset(client);
        return;
      }
      other.connect(new InetSocketAddress(Ports.loopback(), target), 2_000);
      client.setTcpNoDelay(true);
      other.setTcpNoDelay(true);
      Stalling stalling = new Stalling();
      Thread back = Thread.ofVirtual().start(() -> pump(other, client, stalling::carryBack));
      pump(
          client,
          other,
          (buffer, n, out) -> {
            stalling.hear(buffer, n);
            long now = System.nanoTime();
            lastSent.set(now);
            lastSentBy.put(client.getPort(), now);
            out.write(buffer, 0, n);
          });
      back.join();
    } catch (IOException _) {
      reset(client);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      reset(other);
      reset(client);
      open.remove(client);
      open.remove(other);
    }
  }

  /** How far what one connection asked for is answered. */
  private final class Stalling {
    private volatile @Nullable Stall stalled;
    private int left;

    void hear(byte[] buffer, int n) {
      Stall present = stall;
      if (present != null
          && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(present.words())) {
        left = present.bytes();
        stalled = present;
      }
    }

    void carryBack(byte[] buffer, int n, OutputStream out)
        throws IOException, InterruptedException {
      int now = stalled == null ? n : Math.min(n, left);
      out.write(buffer, 0, now);
      left -= now;
      if (now < n) {
        awaitMended();
        out.write(buffer, now, n - now);
      }
    }

    private void awaitMended() throws InterruptedException {
      lock.lock();
      try {
        while (stall != null) {
          changed.await();
        }
        stalled = null;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Hands on what has come. */
  private interface Carrier {
    void carry(byte[] buffer, int n, OutputStream out) throws IOException, InterruptedException;
  }

  private void pump(Socket from, Socket to, Carrier carrier) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!passes()) {
          reset(to);
          return;
        }
        carrier.carry(buffer, n, out);
      }
      to.shutdownOutput();
    } catch (IOException _) {
      // One side has gone; so must the other.
      reset(from);
      reset(to);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Without lingering, so that the other side sees a reset as from a lost machine. */
  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException _) {
      // Closed already.
    }
  }
}
