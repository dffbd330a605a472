package gatehouse.faults.suite;

import gatehouse.embedded.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private State state = State.WHOLE;

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

  /** Lets everything through again. */
  public void mend() {
    change(State.WHOLE);
  }

  /** {@link System#nanoTime} of the last byte that went to the target; MIN_VALUE before any. */
  public long lastSentNanos() {
    return lastSent.get();
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
      Thread back = Thread.ofVirtual().start(() -> pump(other, client, false));
      pump(client, other, true);
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

  private void pump(Socket from, Socket to, boolean towardsTarget) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!passes()) {
          reset(to);
          return;
        }
        if (towardsTarget) {
          lastSent.set(System.nanoTime());
        }
        out.write(buffer, 0, n);
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
