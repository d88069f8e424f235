package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.clean;
import static dev.synchronizer.scan.Scans.modelOf;
import static dev.synchronizer.scan.Scans.problemsOf;
import static dev.synchronizer.scan.Scans.property;
import static dev.synchronizer.scan.Scans.scanWith;
import static dev.synchronizer.scan.Scans.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the annotations of a class say of its type. */
class TypeSettingsTest {
    private static final String HEAD = "package com.acme; import dev.synchronizer.annotation.*; ";

    @TempDir
    Path folder;

    private static String shown(TypeModel type) {
        return type.settings().asMap().entrySet().stream()
                .map(entry -> entry.getKey().label() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    @Test
    void nothingIsSaidByAnAnnotationWithoutElements() {
        TypeModel type = type(modelOf(folder, HEAD + "@ContentType public class Article {}"), "Article");

        assertThat(type).isEqualTo(new TypeModel("Article", "com.acme.Article", List.of()));
    }

    @Test
    void everySettingIsReadAsWritten() {
        TypeModel type = type(modelOf(folder, HEAD + """
                                @ContentType(guid = "no uuid", name = "Story", kind = ContentKind.PAGE, displayName = "A\\r\\nstory",
                                    description = "", groupName = "News", order = 100, availableInEditMode = true, icon = "i",
                                    access = {"b", "a", "b"}, locked = "*")
                                @RenamedFrom("Older") @RenamedFrom("Old") @Suppress("CT303")
                                public abstract class Article {}
                                """), "Story");

        assertThat(type.guid()).isEqualTo("no uuid");
        assertThat(type.className()).isEqualTo("com.acme.Article");
        assertThat(type.formerNames()).containsExactly("Older", "Old");
        assertThat(type.suppressed()).containsExactly("CT303");
        assertThat(shown(type))
                .isEqualTo("displayName=A\nstory groupName=News order=100 locked=* kind=PAGE abstract=true icon=i"
                        + " access=a, b availableInEditMode=true");
    }

    @Test
    void nestedClassesHaveTheirSimpleNames() {
        TypeModel type = type(
                modelOf(
                        folder,
                        HEAD
                                + "public class Outer { @ContentType public static class In$ner {} @ContentType public record Part() {} }"),
                "In$ner");

        assertThat(type.className()).isEqualTo("com.acme.Outer$In$ner");
    }

    @Test
    void allowedTypesAreNamesOfContentTypesScannedOrNot() {
        Path lib = ModelJar.of(
                        "package com.lib; @dev.synchronizer.annotation.ContentType(name = \"Far\") public class Remote {}")
                .jar(folder.resolve("lib.jar"));
        Path site = ModelJar.of(HEAD + "@ContentType(name = \"Story\") public class Article {}", HEAD + """
                                @ContentType(allowedParents = {Article.class, com.lib.Remote.class}, allowedChildren = String.class)
                                public record Page(@AllowedTypes({Page.class, Article.class, Thread.State.class}) ContentReference target) {}
                                """)
                .against(lib)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));

        var model = clean(scanWith(lib, site));

        assertThat(shown(type(model, "Page"))).isEqualTo("allowedParents=Far, Story allowedChildren=java.lang.String");
        assertThat(property(model, "Page", "target").settings().texts(SettingKey.ALLOWED_TYPES))
                .containsExactly("Page", "Story", "java.lang.Thread$State");
    }

    @ParameterizedTest
    @CsvSource({
        "public interface Article {},an interface",
        "public @interface Article {},an annotation",
        "public enum Article { A },an enum"
    })
    void onlyClassesAndRecordsCanBeContentTypes(String declaration, String what) {
        var problems = problemsOf(folder, HEAD + "@ContentType " + declaration);

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.NOT_A_CONTENT_CLASS);
        assertThat(problems.get(0).subject()).isEqualTo("com.acme.Article");
        assertThat(problems.get(0).message()).endsWith("is " + what);
    }

    @Test
    void anInnerClassThatIsNotStaticCannotBeOne() {
        assertThat(problemsOf(folder, HEAD + "public class Outer { @ContentType public class Inner {} }"))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOT_A_CONTENT_CLASS);
    }
}
