package dev.synchronizer.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Embedded H2 in files under a folder for temporary ones. */
public final class H2Server implements TestServer {
    /** A new database that is not made smaller whenever its last connection closes: that took longer than many a test. */
    @Override
    public TestDatabase fresh() {
        return named(NewDatabases.next());
    }

    @Override
    public TestDatabase prepared() {
        String name = NewDatabases.next();
        try {
            Files.copy(Template.FILE, fileOf(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return named(name);
    }

    private static TestDatabase named(String name) {
        TestDatabase database = inFile(Folder.PATH.resolve(name));
        return database.withUrl(database.url() + ";MAX_COMPACT_TIME=0");
    }

    private static Path fileOf(String name) {
        return Folder.PATH.resolve(name + ".mv.db");
    }

    /** A database in this file, to whose name H2 adds an ending. */
    public static TestDatabase inFile(Path file) {
        return new TestDatabase("jdbc:h2:file:" + file, "sa", "");
    }

    /** A new, empty database in memory alone. */
    public static TestDatabase inMemory() {
        return new TestDatabase("jdbc:h2:mem:" + NewDatabases.next() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Override
    public TestDatabase readOnly(TestDatabase database) {
        database.execute("create user if not exists reader password 'read'", "grant select on schema public to reader");
        return database.withUser("reader", "read");
    }

    @Override
    public TestDatabase impatient(TestDatabase database) {
        return database.withUrl(database.url() + ";LOCK_TIMEOUT=1");
    }

    @Override
    public void killConnections(TestDatabase database) {
        database.execute("shutdown immediately");
    }

    private static final class Template {
        static final Path FILE = make();

        private static Path make() {
            NewDatabases.prepare(inFile(Folder.PATH.resolve(NewDatabases.TEMPLATE)));
            return fileOf(NewDatabases.TEMPLATE);
        }
    }

    private static final class Folder {
        static final Path PATH = create();

        private static Path create() {
            try {
                Path folder = Files.createTempDirectory("synchronizer-h2");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
