package dev.synchronizer.archive;

import java.util.List;
import java.util.zip.ZipException;

/**
 * Tells from the list of entries alone whether a jar may declare other models than before: by name, CRC-32 and size of
 * its classes, manifest, Maven properties and nested jars; not by their order, time stamps or positions.
 */
final class JarFingerprint {
    private static final byte[] CLASS = {'.', 'c', 'l', 'a', 's', 's'};
    private static final byte[] JAR = {'.', 'j', 'a', 'r'};
    private static final byte[] MANIFEST = {'/', 'M', 'A', 'N', 'I', 'F', 'E', 'S', 'T', '.', 'M', 'F'};
    private static final byte[] MAVEN = {'/', 'p', 'o', 'm', '.', 'p', 'r', 'o', 'p', 'e', 'r', 't', 'i', 'e', 's'};

    private JarFingerprint() {}

    /**
     * @param directory at its start; it is walked through and is at its start again afterwards
     * @param packages the packages to which the scan is restricted, for a jar may be empty in one and not in another
     */
    static String of(CentralDirectory directory, List<String> packages) throws ZipException {
        ContentHash hash = new ContentHash();
        while (directory.next()) {
            int end = directory.nameStart() + directory.nameLength();
            if (matters(directory.bytes(), directory.nameStart(), end)) {
                hash.addUnordered(
                        directory.bytes(),
                        directory.nameStart(),
                        directory.nameLength(),
                        directory.crc(),
                        directory.size());
            }
        }
        hash.add(ContainerFingerprint.RULES_VERSION);
        for (String name : packages) {
            hash.add(name);
        }
        return hash.hex();
    }

    static boolean matters(byte[] name, int from, int to) {
        return isClass(name, from, to)
                || endsWith(name, from, to, JAR)
                || endsWith(name, from, to, MANIFEST)
                || endsWith(name, from, to, MAVEN);
    }

    static boolean isClass(byte[] name, int from, int to) {
        return endsWith(name, from, to, CLASS);
    }

    private static boolean endsWith(byte[] name, int from, int to, byte[] end) {
        int at = to - end.length;
        if (at < from) {
            return false;
        }
        for (int i = end.length - 1; i >= 0; i--) {
            if (name[at + i] != end[i]) {
                return false;
            }
        }
        return true;
    }
}
