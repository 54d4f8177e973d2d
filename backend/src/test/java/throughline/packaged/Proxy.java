package throughline.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A line between server and database that fails as lines do: cut, silent, or cut when a commit is under way. */
final class Proxy implements AutoCloseable {

    /** What the line does. */
    enum Mode {
        PASS,
        /** A write's commit gets through and its answer does not. */
        CUT_AFTER_COMMIT,
        /** The commit itself does not get through. */
        CUT_BEFORE_COMMIT
    }

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listening;
    private volatile Mode mode = Mode.PASS;
    private final AtomicInteger cut = new AtomicInteger();

    Proxy(int target) throws IOException {
        this.target = target;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    void mode(Mode next) {
        mode = next;
    }

    /** How many commits were cut. */
    int cut() {
        return cut.get();
    }

    void open() throws IOException {
        ServerSocket opened = bound();
        listening = opened;
        daemon(() -> {
            while (!opened.isClosed()) {
                connect(opened.accept());
            }
        });
    }

    private ServerSocket bound() throws IOException {
        ServerSocket bound = new ServerSocket();
        bound.setReuseAddress(true);
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int tries = 0; !bound.isBound(); tries++) {
            try {
                bound.bind(here);
            } catch (BindException closing) {
                // The one that was closed lasts until its thread has noticed.
                if (tries == 1_000) {
                    throw closing;
                }
                Thread.yield();
            }
        }
        return bound;
    }

    private void connect(Socket caller) throws IOException {
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(caller);
        sockets.add(database);
        daemon(() -> forward(caller, database, true));
        daemon(() -> forward(database, caller, false));
    }

    private void forward(Socket from, Socket to, boolean asking) throws IOException {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            boolean writing = false;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String sent = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                writing |= asking && sent.contains("from clock for update");
                boolean commit = writing && sent.contains("COMMIT");
                if (commit && mode != Mode.PASS) {
                    cut(from, to, buffer, read);
                    return;
                }
                writing &= !commit;
                out.write(buffer, 0, read);
            }
        }
    }

    private void cut(Socket caller, Socket database, byte[] buffer, int read) throws IOException {
        cut.incrementAndGet();
        if (mode == Mode.CUT_AFTER_COMMIT) {
            caller.close();
            database.getOutputStream().write(buffer, 0, read);
            // The database does what it was told, and finds nobody to tell.
            database.setSoTimeout(1_000);
            database.getInputStream().read(new byte[1]);
        }
    }

    /** Cuts whoever is there; who comes gets through. */
    void cutAll() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Refuses whoever comes, and cuts whoever is there. */
    @Override
    public void close() throws IOException {
        if (listening != null) {
            listening.close();
        }
        cutAll();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // That is how lines end.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
