package dev.synchronizer.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A folder of classes. */
public final class FolderContainer implements Container {
    private static final String CLASS = ".class";

    private final File folder;
    private final boolean scanned;
    private final Map<String, File> classes = new TreeMap<>();
    private final Map<String, File> mavenProperties = new TreeMap<>();

    public FolderContainer(File folder, boolean scanned) throws IOException {
        this.folder = folder;
        this.scanned = scanned;
        collect(folder, "", FolderLinks.NONE);
    }

    private void collect(File from, String prefix, FolderLinks links) throws IOException {
        for (File file : FolderListing.of(from)) {
            String name = prefix + file.getName();
            if (file.isDirectory()) {
                FolderLinks followed = links.entering(file, from);
                if (followed != null) {
                    collect(file, name + "/", followed);
                }
            } else if (name.endsWith(CLASS) && !name.startsWith("META-INF/")) {
                classes.put(name.substring(0, name.length() - CLASS.length()), file);
            } else if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
                mavenProperties.put(name, file);
            }
        }
    }

    @Override
    public String label() {
        return folder.getPath();
    }

    @Override
    public boolean isScanned() {
        return scanned;
    }

    /** A folder without any class is rather one that a build has yet to fill than a module that gave up its types. */
    @Override
    public boolean namesItsModule() {
        return !classes.isEmpty();
    }

    @Override
    public ModuleIdentity namedByFile() {
        return ModuleIdentity.of(FolderName.of(folder), "");
    }

    @Override
    public Optional<String> fingerprint() {
        return Optional.empty();
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
        return folder.getPath() + "/" + className + CLASS;
    }

    @Override
    public byte[] readClass(String className, EntryReader reader) throws IOException {
        File file = classes.get(className);
        if (file == null) {
            throw new NoSuchFileException(place(className));
        }
        return Files.readAllBytes(file.toPath());
    }

    @Override
    public JarManifest manifest() throws IOException {
        File file = new File(folder, JarManifest.NAME);
        return file.isFile() ? JarManifest.parse(Files.readAllBytes(file.toPath())) : JarManifest.none();
    }

    @Override
    public List<byte[]> mavenProperties() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (File file : mavenProperties.values()) {
            contents.add(Files.readAllBytes(file.toPath()));
        }
        return contents;
    }
}
