package dev.synchronizer.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.h2.api.ErrorCode;

/**
 * An embedded H2 database that lives in a file.
 *
 * @param url its URL
 * @param file where its data is, whether or not there is anything yet
 */
record H2File(String url, Path file) {
    private static final String PREFIX = "jdbc:h2:";
    private static final String[] NOT_FILES = {"mem:", "tcp:", "ssl:", "zip:", "nio", "split:", "async:", "classpath:"};

    /** The file that a URL names; empty where it names a server, memory, or something else. */
    static Optional<H2File> of(String url) {
        if (!url.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String name = url.substring(PREFIX.length()).split(";", 2)[0];
        for (String other : NOT_FILES) {
            if (name.startsWith(other)) {
                return Optional.empty();
            }
        }
        String path = name.startsWith("file:") ? name.substring("file:".length()) : name;
        if (path.startsWith("~/")) {
            path = System.getProperty("user.home") + path.substring(1);
        }
        try {
            return Optional.of(new H2File(url, Path.of(path + ".mv.db")));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A file in a folder that this user cannot look into is not known to be missing. */
    boolean mayExist() {
        return !Files.notExists(file);
    }

    /** The URL under which the database can be changed; what is committed is else gone where the process is killed within half a second. */
    String writableUrl() {
        return with("WRITE_DELAY", "0", untracedUrl());
    }

    /** H2 logs what fails beside its file unless it is told not to. */
    private String untracedUrl() {
        return with("TRACE_LEVEL_FILE", "0", url);
    }

    /** The URL under which the database cannot be changed. */
    String readOnlyUrl() {
        return with("ACCESS_MODE_DATA", "r", untracedUrl());
    }

    /**
     * Whether the database could not be opened for reading since a process was killed in it: what that had begun may be too
     * much to be taken back in memory alone. Who opens it for writing takes it back for good.
     */
    static boolean hasToBeRecovered(SQLException failure) {
        return failure.getErrorCode() == ErrorCode.GENERAL_ERROR_1
                && String.valueOf(failure.getMessage()).contains("store is read-only");
    }

    private static String with(String setting, String value, String url) {
        boolean isSaid = url.toUpperCase(Locale.ROOT).contains(";" + setting + "=");
        return isSaid ? url : url + ";" + setting + "=" + value;
    }
}
