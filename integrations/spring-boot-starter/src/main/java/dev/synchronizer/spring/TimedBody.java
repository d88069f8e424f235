package dev.synchronizer.spring;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that has to have come within a time, however slowly its bytes drip. */
final class TimedBody extends InputStream {
    private final InputStream body;
    private final Duration time;
    private final long began = System.nanoTime();

    TimedBody(InputStream body, Duration time) {
        this.body = body;
        this.time = time;
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return body.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        requireTime();
        return body.read(bytes, offset, length);
    }

    private void requireTime() throws IOException {
        if (System.nanoTime() - began > time.toNanos()) {
            throw new IOException("it took more than " + time.toMillis() + " ms");
        }
    }
}
