package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.EntryReader;
import dev.synchronizer.archive.JarManifest;
import dev.synchronizer.archive.ModuleIdentity;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A container of so many empty classes that tells which threads read them, and does what a test wants meanwhile. */
final class RecordedContainer implements Container {
    private final Set<String> classNames;
    private final Runnable onRead;
    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    RecordedContainer(int classes, Runnable onRead) {
        this.classNames = IntStream.range(0, classes)
                .mapToObj(i -> "com/acme/C" + i)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.onRead = onRead;
    }

    Set<Thread> readers() {
        return readers;
    }

    /** The classes that were read, by whomever. */
    Set<String> read() {
        return read;
    }

    @Override
    public byte[] readClass(String className, EntryReader reader) throws IOException {
        readers.add(Thread.currentThread());
        onRead.run();
        read.add(className);
        return new byte[0];
    }

    @Override
    public String label() {
        return "recorded";
    }

    @Override
    public boolean isScanned() {
        return true;
    }

    @Override
    public boolean namesItsModule() {
        return false;
    }

    @Override
    public ModuleIdentity namedByFile() {
        return ModuleIdentity.of("recorded", "");
    }

    @Override
    public Optional<String> fingerprint() {
        return Optional.empty();
    }

    @Override
    public Set<String> classNames() {
        return classNames;
    }

    @Override
    public boolean holds(String className) {
        return classNames.contains(className);
    }

    @Override
    public String place(String className) {
        return className;
    }

    @Override
    public JarManifest manifest() {
        return JarManifest.none();
    }

    @Override
    public List<byte[]> mavenProperties() {
        return List.of();
    }
}
