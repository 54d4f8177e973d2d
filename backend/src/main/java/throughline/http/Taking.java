package throughline.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How the reader at one connection takes his answers. What he does not take at once is handed on in pieces, so that it is not copied for him
 * as a whole; he is let go where he takes nothing for too long, or all too little.
 */
final class Taking extends ChannelOutboundHandlerAdapter {

    static final int PIECE = 16 << 10;

    /** Bytes a second that a reader takes at least, beside the time that he may do nothing. */
    private static final int SLOWEST = 16 << 10;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Untaken untaken;
    private final long patience;
    private final Deque<Untaken.Part> parts = new ArrayDeque<>();
    private final ChannelFutureListener taken = sent -> taken();
    private ChannelHandlerContext connection;
    private boolean awaited;
    private boolean looking;
    private boolean letGo;
    private int counted;
    private long end;
    private volatile long moved;

    /** @param millis for which a reader may take nothing */
    Taking(Untaken untaken, long millis) {
        this.untaken = untaken;
        this.patience = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connection = context;
    }

    /** A request is whole: the next that is written begins its answer. */
    void await() {
        awaited = true;
    }

    /** Whether an answer is made, or on its way and not taken yet. */
    boolean isUnderWay() {
        return awaited || !parts.isEmpty();
    }

    /** When he last took something, or began to. */
    long moved() {
        return moved;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        awaited = false;
        if (message instanceof ByteBuf bytes && bytes.isReadable()) {
            parts.add(Untaken.Part.of(bytes));
            ChannelPromise told = promise.unvoid().addListener(taken);
            context.write(bytes.readableBytes() > PIECE ? new Pieces(bytes, this::move) : bytes, told);
        } else {
            context.write(message, promise);
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        if (counted == 0) {
            move();
        }
        context.flush();
        if (parts.size() > counted) {
            count();
        }
    }

    private void count() {
        long now = System.nanoTime();
        if (counted == 0) {
            end = now + patience;
            if (!looking) {
                lookLater();
            }
        }
        parts.stream().skip(counted).forEach(part -> {
            end += part.bytes() * SECOND / SLOWEST;
            untaken.add(this, part);
        });
        counted = parts.size();
    }

    /** They are taken in the order in which they were written. */
    private void taken() {
        parts.remove();
        move();
        if (counted > 0) {
            counted--;
            untaken.remove(this);
        }
    }

    private void move() {
        moved = System.nanoTime();
    }

    private void lookLater() {
        looking = true;
        connection.executor().schedule(this::look, 1, TimeUnit.SECONDS);
    }

    private void look() {
        looking = false;
        if (counted == 0 || letGo) {
            return;
        }
        long now = System.nanoTime();
        if (now - moved > patience || now - end > 0) {
            untaken.countLetGo("reader");
            close();
        } else {
            lookLater();
        }
    }

    /** Whoever's answer finds no room asks for it. */
    void letGo() {
        connection.executor().execute(this::close);
    }

    /** At once, with what the system still holds for him: whatever waits for him to take it would wait for that too. */
    private void close() {
        letGo = true;
        if (connection.channel().isOpen()) {
            try {
                connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            } catch (ChannelException gone) {
                // He went by himself just now.
            }
            connection.close();
        }
    }
}
