package dev.synchronizer.archive;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** The main attributes of a manifest; what it does not say is an empty text. */
public final class JarManifest {
    static final String NAME = "META-INF/MANIFEST.MF";

    private final Attributes attributes;

    private JarManifest(Attributes attributes) {
        this.attributes = attributes;
    }

    public static JarManifest none() {
        return new JarManifest(new Attributes());
    }

    static JarManifest parse(byte[] bytes) throws IOException {
        return new JarManifest(new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes());
    }

    /** The manifest of a jar; none if it has none, or cannot be read, which is reported where the jar is scanned. */
    public static JarManifest of(File jar) {
        try (FileBytes bytes = new FileBytes(jar);
                EntryReader reader = new EntryReader()) {
            CentralDirectory directory = CentralDirectory.of(bytes);
            while (directory.next()) {
                if (directory.nameLength() == NAME.length() && directory.name().equals(NAME)) {
                    return parse(reader.read(bytes, directory.entry()));
                }
            }
            return none();
        } catch (IOException e) {
            return none();
        }
    }

    public String text(String attribute) {
        String value = attributes.getValue(attribute);
        return value == null ? "" : value.strip();
    }

    boolean isMultiRelease() {
        return text("Multi-Release").equalsIgnoreCase("true");
    }

    /** The relative addresses of other jars and folders. */
    public List<String> classPath() {
        List<String> entries = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text("Class-Path"));
        while (tokens.hasMoreTokens()) {
            entries.add(tokens.nextToken());
        }
        return entries;
    }
}
