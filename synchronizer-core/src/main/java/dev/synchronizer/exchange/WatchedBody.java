package dev.synchronizer.exchange;

import java.io.IOException;
import java.io.InputStream;

/** A body that has to have come until a deadline. */
final class WatchedBody extends InputStream {
    private final InputStream body;
    private final Deadline deadline;

    WatchedBody(InputStream body, Deadline deadline) {
        this.body = body;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            // The JDK's server would wait for a chunk.
            return 0;
        }
        deadline.arm();
        try {
            return body.read(bytes, offset, length);
        } catch (IOException e) {
            throw deadline.isOver() ? deadline.tooSlow() : e;
        } finally {
            deadline.disarm();
        }
    }
}
