package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ModuleModel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A1: types on the running class path. */
class RunningClassPathTest {
    @TempDir
    Path folder;

    private static String type(String name) {
        return "package com.acme; @dev.synchronizer.annotation.ContentType public class " + name + " {}";
    }

    private static ScanRequest running(ClassLoader loader, String... packages) {
        return new ScanRequest(List.of(), loader, List.of(), List.of(packages), Map.of());
    }

    private static URLClassLoader loader(ClassLoader parent, Path... paths) throws IOException {
        URL[] urls = new URL[paths.length];
        for (int i = 0; i < paths.length; i++) {
            urls[i] = paths[i].toUri().toURL();
        }
        return new URLClassLoader(urls, parent);
    }

    @Test
    void jarsOfALoaderAndItsParentsAreScannedTheParentsFirst() throws IOException {
        Path parent = ModelJar.of(type("Article"), type("Page")).jar(folder.resolve("parent-1.0.jar"));
        Path child = ModelJar.of(type("Article")).folder(folder.resolve("with space/child"));
        try (URLClassLoader first = loader(null, parent, folder.resolve("missing.jar"));
                URLClassLoader second = loader(first, child, parent)) {
            ScannedModels scanned = ModelScanner.scan(running(second), Set.of());

            assertThat(scanned.problems().asList()).isEmpty();
            assertThat(names(scanned.model())).containsExactly("Article", "Page");
            assertThat(scanned.model().modules()).extracting(ModuleModel::name).containsExactly("child", "parent");
        }
    }

    @Test
    void manifestsMayNameMoreJars() throws IOException {
        Path other = ModelJar.of(type("Article")).jar(folder.resolve("lib/a b-1.0.jar"));
        Path starter = ModelJar.of()
                .manifest("Class-Path", "lib/a%20b-1.0.jar lib/none.jar starter.jar")
                .jar(folder.resolve("starter.jar"));
        try (URLClassLoader loader = loader(null, starter)) {
            ScannedModels scanned = ModelScanner.scan(running(loader), Set.of());
            String key = ModelScanner.startKey(running(loader));

            assertThat(scanned.problems().asList()).isEmpty();
            assertThat(names(scanned.model())).containsExactly("Article");
            ModelJar.of(type("Page")).jar(other);
            assertThat(ModelScanner.startKey(running(loader))).isNotEqualTo(key);
        }
    }

    @Test
    void theClassPathOfThisVeryProcessIsFoundWithoutTheJdk() {
        List<String> files = RunningClassPath.of(ClassLoader.getSystemClassLoader()).stream()
                .map(file -> file.getName())
                .toList();

        assertThat(files).anyMatch(name -> name.startsWith("jakarta.validation-api-"));
        assertThat(files).doesNotContain("modules").doesNotHaveDuplicates();
        assertThat(ModelScanner.startKey(running(ClassLoader.getSystemClassLoader())))
                .hasSize(32);
    }

    @Test
    void whatIsOnTheRunningClassPathCanBeInherited() {
        ScannedModels scanned = ModelScanner.scan(
                running(ClassLoader.getSystemClassLoader(), ContentType.class.getPackageName()), Set.of());

        assertThat(scanned.model().types()).isEmpty();
        assertThat(scanned.problems().errors().asList()).isEmpty();
    }
}
