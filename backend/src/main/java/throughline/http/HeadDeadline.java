package throughline.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection whose request's head is not whole in time after its first byte, sooner than one that is idle. Stands behind
 * the decoder, which tells of a read, and of a head when it is whole.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final long millis;
    private final Untaken connections;
    private final Taking taking;
    private Future<?> deadline;
    private boolean betweenRequests = true;
    private boolean decoded;

    HeadDeadline(long millis, Untaken connections, Taking taking) {
        this.millis = millis;
        this.connections = connections;
        this.taking = taking;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        decoded = true;
        if (part instanceof HttpRequest) {
            betweenRequests = false;
            stop();
        }
        if (part instanceof LastHttpContent) {
            betweenRequests = true;
            taking.await();
        }
        context.fireChannelRead(part);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        // What comes while an answer is made may be no more than a line end.
        if (betweenRequests && !decoded && deadline == null && !taking.isUnderWay()) {
            deadline = context.executor().schedule(() -> late(context), millis, TimeUnit.MILLISECONDS);
        }
        decoded = false;
        context.fireChannelReadComplete();
    }

    private void late(ChannelHandlerContext context) {
        connections.countLetGo("head");
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
