package dev.synchronizer.archive;

import java.io.File;
import java.io.IOException;

/** What is directly in a folder. */
final class FolderListing {
    /** Stands where a byte of a name means nothing in the environment's character set. */
    private static final char UNREADABLE = '\uFFFD';

    private FolderListing() {}

    /** Fails also where a name cannot be read: whatever it names would look as if it were not there. */
    static File[] of(File folder) throws IOException {
        File[] files = folder.listFiles();
        if (files == null) {
            throw new IOException("the folder " + folder + " cannot be listed");
        }
        for (File file : files) {
            if (file.getName().indexOf(UNREADABLE) >= 0 && !file.exists()) {
                throw new IOException("the folder " + folder + " holds the name " + file.getName()
                        + ", which this environment's character set cannot write; choose another one,"
                        + " on Linux by LC_ALL=C.UTF-8");
            }
        }
        return files;
    }
}
