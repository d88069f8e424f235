package dev.synchronizer.staging.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a directory, which one at a time has in all processes, or to read it while nobody writes. It is a lock of the operating system, which
 * ends with the process that holds it.
 */
final class FolderLock {
    private static final long LOOK_AGAIN = Duration.ofMillis(10).toNanos();

    /** Behind the end, so that it keeps nobody from reading where locks do that. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private FolderLock() {}

    /** What is done meanwhile. */
    interface Work<T> {
        T get() throws IOException;
    }

    /**
     * Waits for it, and has it until the work is done.
     *
     * @param file is there, and is never replaced
     * @param patience how long to wait at most
     * @throws IOException if it cannot be had
     */
    static <T> T forWriting(Path file, Duration patience, Work<T> work) throws IOException {
        return within(file, patience, StandardOpenOption.WRITE, work);
    }

    /** The same for those who read, of whom several may do so at once, and who need no right to write. */
    static <T> T forReading(Path file, Duration patience, Work<T> work) throws IOException {
        return within(file, patience, StandardOpenOption.READ, work);
    }

    private static <T> T within(Path file, Duration patience, StandardOpenOption to, Work<T> work) throws IOException {
        boolean shared = to == StandardOpenOption.READ;
        try (FileChannel channel = FileChannel.open(file, to, LinkOption.NOFOLLOW_LINKS)) {
            await(channel, shared, file, System.nanoTime() + patience.toNanos());
            return work.get();
        }
    }

    private static void await(FileChannel channel, boolean shared, Path file, long end) throws IOException {
        while (tryLock(channel, shared) == null) {
            if (System.nanoTime() - end > 0) {
                throw new FileSystemException(
                        file.toString(), null, "somebody else is writing to the directory; try again later");
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(PLACE, 1, shared);
        } catch (OverlappingFileLockException held) {
            // Another thread of this process has it.
            return null;
        }
    }
}
