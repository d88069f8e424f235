package dev.synchronizer.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A jar that is open. */
final class JarContainer implements Container {
    private final String label;
    private final boolean scanned;
    private final JarBytes bytes;
    private final EntryReader reader;
    private final String fingerprint;
    private final JarLayout layout;
    private final JarManifest manifest;
    private final Map<String, JarEntry> classes;

    JarContainer(String label, boolean scanned, JarBytes bytes, EntryReader reader, List<String> packages)
            throws IOException {
        this.label = label;
        this.scanned = scanned;
        this.bytes = bytes;
        this.reader = reader;
        CentralDirectory directory = CentralDirectory.of(bytes);
        this.fingerprint = JarFingerprint.of(directory, packages);
        this.layout = JarLayout.of(directory);
        this.manifest = readManifest(layout.manifest());
        if (manifest.isMultiRelease()) {
            layout.useVersions();
        }
        this.classes = layout.classes();
    }

    private JarManifest readManifest(@Nullable JarEntry entry) throws IOException {
        return entry == null ? JarManifest.none() : JarManifest.parse(read(entry));
    }

    /** The jars within this one. */
    List<JarEntry> nestedJars() {
        return layout.nestedJars();
    }

    JarContainer openNested(JarEntry entry, List<String> packages) throws IOException {
        JarBytes inner = entry.method() == JarEntry.STORED
                ? new PartBytes(bytes, reader.dataStart(bytes, entry), entry.size())
                : new UnpackedBytes(read(entry));
        return new JarContainer(label + "!/" + entry.name(), scanned, inner, reader, packages);
    }

    private byte[] read(JarEntry entry) throws IOException {
        return read(entry, reader);
    }

    private byte[] read(JarEntry entry, EntryReader with) throws IOException {
        try {
            return with.read(bytes, entry);
        } catch (IOException e) {
            throw new ZipException("the entry " + entry.name() + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean isScanned() {
        return scanned;
    }

    @Override
    public boolean namesItsModule() {
        return true;
    }

    @Override
    public ModuleIdentity namedByFile() {
        return ModuleIdentity.ofFileName(
                label.substring(Math.max(label.lastIndexOf('/'), label.lastIndexOf('\\')) + 1));
    }

    @Override
    public Optional<String> fingerprint() {
        return Optional.of(fingerprint);
    }

    @Override
    public Set<String> classNames() {
        return classes.keySet();
    }

    @Override
    public boolean holds(String className) {
        return classes.containsKey(className);
    }

    @Override
    public String place(String className) {
        JarEntry entry = classes.get(className);
        return label + "!/" + (entry == null ? className : entry.name());
    }

    @Override
    public byte[] readClass(String className, EntryReader with) throws IOException {
        JarEntry entry = classes.get(className);
        if (entry == null) {
            throw new ZipException("there is no class " + className);
        }
        return read(entry, with);
    }

    @Override
    public JarManifest manifest() {
        return manifest;
    }

    @Override
    public List<byte[]> mavenProperties() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (JarEntry entry : layout.mavenProperties()) {
            contents.add(read(entry));
        }
        return contents;
    }
}
