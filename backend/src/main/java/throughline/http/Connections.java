package throughline.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives each connection what lets go of those who send a head or take an answer too slowly.
 *
 * <p>Netty finds it as a service, where it was told to look for such ({@link #ENABLED}): the framework shows a connection to nobody before
 * its first request is whole.
 */
public final class Connections extends ChannelInitializerExtension {

    /** The value of {@link #EXTENSIONS_SYSTEM_PROPERTY} by which Netty looks for services. */
    public static final String ENABLED = "serviceload";

    // As the server calls its own.
    private static final String DECODER = "httpDecoder";
    private static final String IDLE = "idle";

    private final Untaken untaken = CDI.current().select(Untaken.class).get();
    private final long headDeadline = ConfigProvider.getConfig()
            .getOptionalValue("throughline.head.deadline-ms", Long.class)
            .orElse(TimeUnit.SECONDS.toMillis(10));

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        // After the server's own, which makes the line that these are put in.
        channel.pipeline().addLast(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel made) {
                // Where the server itself ends TLS it is not there yet.
                if (made.pipeline().get(DECODER) != null) {
                    equip(made);
                }
            }
        });
    }

    private void equip(Channel channel) {
        ChannelPipeline line = channel.pipeline();
        IdleStateHandler idle = (IdleStateHandler) line.get(IDLE);
        long patience = idle == null ? Long.MAX_VALUE : idle.getAllIdleTimeInMillis();
        Taking taking = new Taking(untaken, patience);
        line.addBefore(DECODER, "pieces", new ChunkedWriteHandler());
        line.addBefore(DECODER, "taking", taking);
        line.addAfter(DECODER, "head", new HeadDeadline(headDeadline, untaken, taking));
        if (idle != null) {
            line.replace(idle, IDLE, new IdleWithoutAnswer(patience, taking));
        }
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(Taking.PIECE / 2, Taking.PIECE));
    }

    /**
     * Sees a long answer as one write that is not over, however much of it was taken, and nothing of one that is still made: whoever takes one,
     * or waits for it, is not idle.
     */
    private static final class IdleWithoutAnswer extends IdleStateHandler {

        private final Taking taking;

        IdleWithoutAnswer(long millis, Taking taking) {
            super(0, 0, millis, TimeUnit.MILLISECONDS);
            this.taking = taking;
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) throws Exception {
            if (!taking.isUnderWay()) {
                super.channelIdle(context, event);
            }
        }
    }
}
