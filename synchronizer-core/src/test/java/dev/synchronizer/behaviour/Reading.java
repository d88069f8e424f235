package dev.synchronizer.behaviour;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reading models as a caller without a database does. */
final class Reading {
    private Reading() {}

    static ContentModel read(Path... models) {
        return read(builder -> {}, models);
    }

    static ContentModel read(Consumer<SynchronizerBuilder> configuration, Path... models) {
        SynchronizerBuilder builder = Synchronizer.builder().models(models);
        configuration.accept(builder);
        try (Synchronizer synchronizer = builder.build()) {
            return synchronizer.validate().model();
        }
    }

    /** The model of sources that are compiled to a jar of the module {@code site}. */
    static ContentModel readSources(Path folder, String... sources) {
        return read(site(folder, sources));
    }

    /** What is wrong with models that are refused. */
    static List<Problem> refused(Path... models) {
        try {
            read(models);
        } catch (ProblemsException e) {
            return e.problems().asList();
        }
        throw new AssertionError("nothing was wrong with " + List.of(models));
    }

    static List<Problem> refusedSources(Path folder, String... sources) {
        return refused(site(folder, sources));
    }

    private static Path site(Path folder, String... sources) {
        return ModelJar.of(sources).version("site", "1.0").jar(folder.resolve("site.jar"));
    }

    static TypeModel type(ContentModel model, String name) {
        return model.types()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no type " + name));
    }

    /** A property by its place, such as {@code Article.teaser}. */
    static PropertyModel property(ContentModel model, String place) {
        int dot = place.indexOf('.');
        return type(model, place.substring(0, dot))
                .property(place.substring(dot + 1))
                .orElseThrow(() -> new AssertionError("no property " + place));
    }

    static List<String> properties(ContentModel model, String type) {
        return type(model, type).properties().stream().map(PropertyModel::name).toList();
    }
}
