package dev.synchronizer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output, whose reader may leave before the end, as {@code head} does: what nobody reads any more is dropped,
 * so that a command ends as it would have ended otherwise. All other failures are failures.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream target;
    private final boolean isPipe;
    private boolean readerHasLeft;

    StandardOutput(OutputStream target, boolean isPipe) {
        this.target = target;
        this.isPipe = isPipe;
    }

    static StandardOutput ofProcess() {
        String target = Terminal.target(Terminal.OUTPUT);
        boolean isPipe = target != null && (target.startsWith("pipe:") || target.startsWith("socket:"));
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), isPipe);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (readerHasLeft) {
            return;
        }
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            readerHasLeft = isPipe || tellsOfAPipe(e);
            if (!readerHasLeft) {
                throw e;
            }
        }
    }

    /** Where the system does not tell what standard output is, the message does. */
    private static boolean tellsOfAPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
