package dev.synchronizer.transfer;

import dev.synchronizer.content.Bulk;
import dev.synchronizer.content.ItemQuery;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Writes items as lines of JSON. */
final class Exporting {
    private static final int TOLD_EVERY = 500;

    private final Bulk content;

    Exporting(Bulk content) {
        this.content = content;
    }

    String line(UUID id) {
        return content.one(id, ItemJson::line);
    }

    long export(ItemQuery query, OutputStream stream, LongConsumer progress) {
        BufferedOutputStream out = new BufferedOutputStream(stream);
        AtomicLong written = new AtomicLong();
        try {
            long count = content.each(query, ItemJson::line, line -> {
                write(line, out);
                if (written.incrementAndGet() % TOLD_EVERY == 0) {
                    progress.accept(written.get());
                }
            });
            out.flush();
            progress.accept(count);
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String line, OutputStream out) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
