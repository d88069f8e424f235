package dev.synchronizer.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that holds classes: a jar, a jar within a jar, or a folder. Many threads may read classes at once. */
public interface Container {
    /** The path as the caller wrote it; within another jar, {@code outer.jar!/inner.jar}. */
    String label();

    /** Whether types are read from it, or only looked up in it. */
    boolean isScanned();

    /** Whether it names its module also where it declares no type (A5). */
    boolean namesItsModule();

    /** The name and version that its file name gives. */
    ModuleIdentity namedByFile();

    /** The fingerprint by which it is remembered as a jar without types; none for a folder. */
    Optional<String> fingerprint();

    /** Internal names of its classes, such as {@code com/acme/Article}, in the order in which they are best read. */
    Set<String> classNames();

    boolean holds(String className);

    /** Where a class is, as problems name it. */
    String place(String className);

    /** Reads a class; the reader is the calling thread's own. */
    byte[] readClass(String className, EntryReader reader) throws IOException;

    JarManifest manifest() throws IOException;

    /** The contents of each {@code pom.properties} that Maven left. */
    List<byte[]> mavenProperties() throws IOException;
}
