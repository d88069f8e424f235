package dev.synchronizer.behaviour;

import dev.synchronizer.fixtures.ModelJar;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Model classes that tests were compiled with, and hand in as such. */
final class TypedModels {
    private TypedModels() {}

    /** A jar of these classes alone. */
    static Path jar(Path folder, Class<?>... models) {
        ModelJar jar = ModelJar.of().version("site", "1.0");
        for (Class<?> model : models) {
            String entry = model.getName().replace('.', '/') + ".class";
            jar.entry(entry, ModelJar.bytesOf(compiled(model).resolve(entry)));
        }
        return jar.jar(folder.resolve("typed.jar"));
    }

    private static Path compiled(Class<?> model) {
        try {
            return Path.of(
                    model.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
