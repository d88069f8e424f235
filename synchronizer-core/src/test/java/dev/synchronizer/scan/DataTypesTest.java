package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.modelOf;
import static dev.synchronizer.scan.Scans.problemsOf;
import static dev.synchronizer.scan.Scans.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A4: the data type follows from the Java type. */
class DataTypesTest {
    private static final String COLOR =
            "package com.acme; public enum Color { RED { void x() {} }, GREEN, BLUE; public static final Color BEST = RED; void x() {} }";
    private static final String TEASER = """
            package com.acme;
            import dev.synchronizer.annotation.*;
            @ContentType(kind = ContentKind.BLOCK, name = "Card")
            public class Teaser {}
            """;

    @TempDir
    Path folder;

    private static String source(String annotations, String type) {
        return """
                package com.acme;
                import dev.synchronizer.annotation.*;
                import java.util.*;
                @ContentType public class Article {
                    %s public %s getValue() { throw new IllegalStateException(); }
                    public void setValue(%s value) { }
                }
                """.formatted(annotations, type, type);
    }

    private String typeOf(String annotations, String javaType) {
        var model = modelOf(folder, source(annotations, javaType), COLOR, TEASER);
        return property(model, "Article", "value").type().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "boolean,BOOLEAN",
        "Boolean,BOOLEAN",
        "int,INTEGER",
        "Integer,INTEGER",
        "long,LONG",
        "Long,LONG",
        "float,DOUBLE",
        "Double,DOUBLE",
        "java.math.BigDecimal,DECIMAL",
        "String,STRING",
        "java.time.LocalDate,DATE",
        "java.time.LocalTime,TIME",
        "java.time.LocalDateTime,DATE_TIME",
        "java.time.Instant,INSTANT",
        "java.time.OffsetDateTime,INSTANT",
        "java.time.ZonedDateTime,INSTANT",
        "java.util.Date,INSTANT",
        "UUID,UUID",
        "java.net.URI,URI",
        "Locale,LOCALE",
        "Color,ENUM",
        "java.time.DayOfWeek,ENUM",
        "ContentReference,REFERENCE",
        "Teaser,BLOCK<Card>",
        "List<String>,LIST<STRING>",
        "Set<Color>,SET<ENUM>",
        "List<? extends Teaser>,LIST<BLOCK<Card>>",
        "List<ContentReference>,LIST<REFERENCE>"
    })
    void everySupportedJavaTypeHasADataType(String javaType, String expected) {
        assertThat(typeOf("", javaType)).isEqualTo(expected);
    }

    @Test
    void constantsOfAnEnumAreTheAllowedValuesInTheirOrder() {
        var model = modelOf(folder, source("", "Color"), COLOR);

        assertThat(property(model, "Article", "value").settings().texts(SettingKey.ALLOWED_VALUES))
                .containsExactly("RED", "GREEN", "BLUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@jakarta.validation.constraints.Size(max = 2000) | String | STRING",
                "@jakarta.validation.constraints.Size(max = 2001) | String | TEXT",
                "@jakarta.validation.constraints.Size(max = 2001) | List<String> | LIST<STRING>",
                "@Property(type = DataType.RICH_TEXT) | String | RICH_TEXT",
                "@Property(type = DataType.TEXT) | List<String> | LIST<TEXT>",
                "@Property(type = DataType.DECIMAL) | int | DECIMAL",
                "@Property(type = DataType.AUTO) | long | LONG",
                "@Property(type = DataType.BLOCK) | Teaser | BLOCK<Card>"
            })
    void theDataTypeCanBeAskedForWhereItFits(String annotations, String javaType, String expected) {
        assertThat(typeOf(annotations, javaType)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Property(type = DataType.URI) | String | STRING, TEXT, RICH_TEXT",
                "@Property(type = DataType.STRING) | UUID | UUID",
                "@Property(type = DataType.INTEGER) | long | LONG, DECIMAL"
            })
    void anImpossibleDataTypeNamesThePossibleOnes(String annotations, String javaType, String possible) {
        var problems = problemsOf(folder, source(annotations, javaType));

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.IMPOSSIBLE_DATA_TYPE);
        assertThat(problems.get(0).subject()).isEqualTo("com.acme.Article#value");
        assertThat(problems.get(0).message()).endsWith("possible is " + possible);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Object | java.lang.Object | @Ignore",
                "java.net.URL | java.net.URL | use java.net.URI",
                "String[] | java.lang.String[] | use java.util.List<java.lang.String>",
                "Map<String, String> | java.util.Map<java.lang.String, java.lang.String> | @Ignore",
                "List | java.util.List | List<String>",
                "List<?> | java.util.List<?> | List<String>",
                "List<List<String>> | java.util.List<java.util.List<java.lang.String>> | List<String>",
                "Optional<String> | java.util.Optional<java.lang.String> | @Ignore",
                "int[] | int[] | use java.util.List<java.lang.Integer>",
                "byte[] | byte[] | use a supported type",
                "int[][] | int[][] | use a supported type",
                "List<java.net.URL> | java.util.List<java.net.URL> | use java.net.URI",
                "Set<Object> | java.util.Set<java.lang.Object> | List<String>",
                "Character | java.lang.Character | use java.lang.String",
                "char | char | use java.lang.String",
                "short | short | use int"
            })
    void anythingElseIsAnErrorThatNamesTheWaysOut(String javaType, String named, String wayOut) {
        var problems = problemsOf(folder, source("@SuppressWarnings(\"rawtypes\")", javaType));

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UNSUPPORTED_PROPERTY_TYPE);
        assertThat(problems.get(0).subject()).isEqualTo("com.acme.Article#value");
        assertThat(problems.get(0).message()).contains("Java type " + named + " ");
        assertThat(problems.get(0).fix()).contains(wayOut);
    }

    @Test
    void anotherContentTypeCanOnlyBeEmbeddedIfItIsABlock() {
        var problems = problemsOf(
                folder,
                source("", "List<Page>"),
                "package com.acme; @dev.synchronizer.annotation.ContentType public class Page {}");

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.NOT_A_BLOCK);
        assertThat(problems.get(0).message()).contains("Page");
    }

    @Test
    void anEnumThatIsNowhereIsMissing() {
        Path lib = ModelJar.of(COLOR.replace("com.acme", "com.lib")).jar(folder.resolve("lib.jar"));
        Path site = ModelJar.of(source("", "com.lib.Color"))
                .against(lib)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));

        var problems = Scans.scan(site).problems().asList();

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.VALUE_TYPE_MISSING);
        assertThat(problems.get(0).message()).contains("com.lib.Color");
        assertThat(Scans.scanWith(lib, site).problems().asList()).isEmpty();
    }
}
