package throughline.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;

/** A long answer as its reader takes it: a piece when there is room for one, of bytes that others may read too. */
final class Pieces implements ChunkedInput<ByteBuf> {

    private final ByteBuf bytes;
    private final Runnable moved;
    private final int length;

    /** @param moved is told when there was room for a piece */
    Pieces(ByteBuf bytes, Runnable moved) {
        this.bytes = bytes;
        this.moved = moved;
        this.length = bytes.readableBytes();
    }

    @Override
    public ByteBuf readChunk(ByteBufAllocator allocator) {
        moved.run();
        return bytes.readRetainedSlice(Math.min(Taking.PIECE, bytes.readableBytes()));
    }

    @Override
    @Deprecated
    public ByteBuf readChunk(ChannelHandlerContext context) {
        return readChunk(context.alloc());
    }

    @Override
    public boolean isEndOfInput() {
        return !bytes.isReadable();
    }

    @Override
    public void close() {
        bytes.release();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long progress() {
        return length - bytes.readableBytes();
    }
}
