package dev.synchronizer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What tests of the scan ask again and again. */
final class Scans {
    private Scans() {}

    static ScannedModels scan(Path... models) {
        return ModelScanner.scan(ScanRequest.of(models), Set.of());
    }

    static ScannedModels scanWith(Path classPath, Path models) {
        return ModelScanner.scan(
                new ScanRequest(List.of(models), null, List.of(classPath), List.of(), Map.of()), Set.of());
    }

    /** The types of sources that are compiled to a jar, which must be free of problems. */
    static ContentModel modelOf(Path folder, String... sources) {
        Path jar = ModelJar.of(sources).version("site", "1.0").jar(folder.resolve("site.jar"));
        return clean(scan(jar));
    }

    static ContentModel clean(ScannedModels scanned) {
        assertThat(scanned.problems().asList()).isEmpty();
        return scanned.model();
    }

    /** The problems of sources that are compiled to a jar. */
    static List<Problem> problemsOf(Path folder, String... sources) {
        Path jar = ModelJar.of(sources).version("site", "1.0").jar(folder.resolve("site.jar"));
        return scan(jar).problems().asList();
    }

    static TypeModel type(ContentModel model, String name) {
        return model.types()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no type " + name + " in " + names(model)));
    }

    static PropertyModel property(ContentModel model, String type, String name) {
        return type(model, type)
                .property(name)
                .orElseThrow(() -> new AssertionError("no property " + name + " in " + type(model, type)));
    }

    static List<String> names(ContentModel model) {
        return model.types().map(TypeModel::name).toList();
    }

    static List<String> properties(ContentModel model, String type) {
        return type(model, type).properties().stream().map(PropertyModel::name).toList();
    }

    static List<ProblemCode> codes(ScannedModels scanned) {
        return scanned.problems().stream().map(Problem::code).toList();
    }

    static String json(ContentModel model) {
        return model.modules().stream()
                .map(module -> JsonOut.compact(out -> ModelJson.write(module, out)))
                .collect(Collectors.joining("\n"));
    }
}
