package dev.synchronizer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models whose only merit is that there are many of them. */
final class ManyTypes {
    private ManyTypes() {}

    /** A jar of so many types {@code Type0, Type1, …}, each with so many text properties. */
    static Path jar(Path jar, int types, int properties) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < types; i++) {
            StringBuilder source = new StringBuilder("@ContentType public class Type" + i + " {\n");
            for (int j = 0; j < properties; j++) {
                source.append("public String getText%d() { return \"\"; }%n".formatted(j))
                        .append("public void setText%d(String text) {}%n".formatted(j));
            }
            sources.put("Type" + i, source.append("}\n").toString());
        }
        return ModelJars.make(jar, sources);
    }
}
