package dev.synchronizer.benchmarks.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Jars such as any application has among its dependencies: those that this build has put into the local Maven
 * repository, one version of each, evenly spread over the alphabet.
 *
 * @param jars the jars
 * @param classes how many classes they hold together
 * @param megabytes how large they are together
 */
public record OrdinaryJars(List<Path> jars, int classes, long megabytes) {
    private static final int FEWEST_CLASSES = 20;
    private static final int MOST_CLASSES = 3_000;

    /** Copies so many jars into a folder. */
    public static OrdinaryJars copy(int count, Path folder) throws IOException {
        List<Path> all = new ArrayList<>(repository().values());
        if (all.size() < count) {
            throw new IOException("the local Maven repository holds only " + all.size() + " ordinary jars of " + count
                    + "; build the project first");
        }
        List<Path> jars = new ArrayList<>();
        int classes = 0;
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            Path jar = all.get((int) ((long) i * all.size() / count));
            jars.add(Files.copy(jar, folder.resolve(jar.getFileName())));
            classes += classes(jar);
            bytes += Files.size(jar);
        }
        return new OrdinaryJars(List.copyOf(jars), classes, bytes / 1_000_000);
    }

    private static Map<String, Path> repository() throws IOException {
        Path root =
                Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
        Map<String, Path> byArtifact = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path jar : files.filter(OrdinaryJars::isPlain).sorted().toList()) {
                int classes = classes(jar);
                if (classes >= FEWEST_CLASSES && classes <= MOST_CLASSES) {
                    byArtifact.put(String.valueOf(jar.resolve("../..").normalize()), jar);
                }
            }
        }
        return byArtifact;
    }

    private static boolean isPlain(Path file) {
        Path version = file.getParent();
        return version != null
                && version.getParent() != null
                && String.valueOf(file.getFileName())
                        .equals(version.getParent().getFileName() + "-" + version.getFileName() + ".jar")
                && !file.toString().contains("synchronizer");
    }

    private static int classes(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return (int) zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .count();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return jars.size() + " ordinary jars with " + classes + " classes in " + megabytes + " MB";
    }
}
