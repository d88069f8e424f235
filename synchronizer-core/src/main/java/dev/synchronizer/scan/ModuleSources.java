package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.JarManifest;
import dev.synchronizer.archive.ModuleIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;

/**
 * Where the name and version of a container's module come from, apart from {@code @ContentModule} (A5). Each of the two
 * is taken from the first source that says it.
 */
final class ModuleSources {
    private ModuleSources() {}

    static ModuleIdentity of(Container container) throws IOException {
        JarManifest manifest = container.manifest();
        return ModuleIdentity.of(manifest.text("Implementation-Title"), manifest.text("Implementation-Version"))
                .or(ModuleIdentity.of(bundleName(manifest), manifest.text("Bundle-Version")))
                .or(ModuleIdentity.of(manifest.text("Automatic-Module-Name"), ""))
                .or(maven(container.mavenProperties()))
                .or(container.namedByFile());
    }

    private static String bundleName(JarManifest manifest) {
        String name = manifest.text("Bundle-SymbolicName");
        int directives = name.indexOf(';');
        return directives < 0 ? name : name.substring(0, directives);
    }

    private static ModuleIdentity maven(List<byte[]> found) throws IOException {
        Properties properties = new Properties();
        if (found.size() == 1) {
            try {
                properties.load(new ByteArrayInputStream(found.get(0)));
            } catch (IllegalArgumentException e) {
                throw new IOException("its pom.properties are damaged", e);
            }
        }
        return ModuleIdentity.of(properties.getProperty("artifactId", ""), properties.getProperty("version", ""));
    }
}
