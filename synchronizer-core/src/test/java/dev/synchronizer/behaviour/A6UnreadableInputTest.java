package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reading.refused;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A6: what cannot be read is named, all of it at once, and nothing is written. */
class A6UnreadableInputTest {
    private static final String ARTICLE = "com/acme/Article.class";

    @TempDir
    Path folder;

    @Test
    void eachUnreadableThingOfARunIsAnErrorOfItsOwnThatNamesTheFile() throws IOException {
        Path[] models = unreadable();

        List<Problem> problems = refused(models);

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        ProblemCode.PATH_NOT_FOUND,
                        ProblemCode.JAR_UNREADABLE,
                        ProblemCode.JAR_UNREADABLE,
                        ProblemCode.CLASS_UNREADABLE,
                        ProblemCode.CLASS_TOO_NEW);
        assertThat(problems).allMatch(problem -> problem.code().kind() == ProblemKind.FAILURE);
        assertThat(problems).isSorted();
        for (Path path : models) {
            assertThat(problems)
                    .as(path.toString())
                    .filteredOn(problem -> problem.subject().startsWith(path.toString()))
                    .hasSize(1);
        }
    }

    @Test
    void pathsAndPackagesUnderWhichNothingIsDeclaredAreWarnedOf() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("src"));
        Path jar = ModelJar.of(type("Page")).version("site", "1.0").jar(folder.resolve("site.jar"));
        Path emptied = ModelJar.of("package com.acme; class Plain {}")
                .version("site", "1.1")
                .jar(folder.resolve("emptied.jar"));

        assertThat(warnings(builder -> builder.models(sources))).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(ProblemCode.NOTHING_DECLARED);
            assertThat(warning.subject()).isEqualTo(sources.toString());
        });
        assertThat(warnings(builder -> builder.models(jar, sources).packages(List.of("com.amce"))))
                .singleElement()
                .asString()
                .contains("com.amce", "2 jars and folders");
        assertThat(warnings(builder -> builder.models(emptied)))
                .as("it names its module")
                .isEmpty();
    }

    private static List<Problem> warnings(Consumer<SynchronizerBuilder> configuration) {
        SynchronizerBuilder builder = Synchronizer.builder();
        configuration.accept(builder);
        try (Synchronizer synchronizer = builder.build()) {
            return synchronizer.validate().warnings().asList();
        }
    }

    @OnEveryDatabase
    void nothingIsWrittenWhenOneOfSeveralCannotBeRead(Product product) throws IOException {
        Path good = ModelJar.of(type("Page")).version("good", "1.0").jar(folder.resolve("good.jar"));
        Node node = Node.on(product);
        node.start(good);
        StoredModel stored = node.stored();
        Path better = ModelJar.of(type("Page", "title")).version("good", "1.1").jar(folder.resolve("better.jar"));

        Path damaged = unreadable()[1];
        ProblemsException refusal = catchThrowableOfType(ProblemsException.class, () -> node.start(better, damaged));

        assertThat(refusal.problems().asList()).extracting(Problem::subject).containsExactly(damaged.toString());
        assertThat(node.stored()).isEqualTo(stored);
        assertThat(node.runs()).hasSize(1);
    }

    private Path[] unreadable() throws IOException {
        byte[] whole = ModelJar.bytesOf(site("whole").jar(folder.resolve("whole.jar")));
        return new Path[] {
            folder.resolve("nowhere.jar"),
            Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2)),
            Files.writeString(folder.resolve("text.jar"), "this is a text"),
            site("damaged")
                    .patch(ARTICLE, bytes -> Arrays.copyOf(bytes, bytes.length - 20))
                    .jar(folder.resolve("damaged.jar")),
            ModelJar.of(type("Page"))
                    .version("newer", "1.0")
                    .patch("com/acme/Page.class", A6UnreadableInputTest::ofVersion99)
                    .jar(folder.resolve("newer.jar"))
        };
    }

    private static ModelJar site(String module) {
        return ModelJar.of(type("Article", "title")).version(module, "1.0");
    }

    private static byte[] ofVersion99(byte[] bytes) {
        byte[] newer = bytes.clone();
        newer[6] = 0;
        newer[7] = 99;
        return newer;
    }
}
