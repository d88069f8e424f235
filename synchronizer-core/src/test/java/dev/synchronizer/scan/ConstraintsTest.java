package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.modelOf;
import static dev.synchronizer.scan.Scans.problemsOf;
import static dev.synchronizer.scan.Scans.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Settings;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A3: validation constraints become settings. The validation API is not among what is scanned. */
class ConstraintsTest {
    @TempDir
    Path folder;

    private static String source(String annotations, String type) {
        return """
                package com.acme;
                import dev.synchronizer.annotation.*;
                import jakarta.validation.constraints.*;
                import java.util.*;
                @ContentType public class Article {
                    %s public %s getValue() { return null; }
                    public void setValue(%s value) { }
                }
                """.formatted(annotations, type, type);
    }

    private Settings settings(String annotations, String type) {
        return property(modelOf(folder, source(annotations, type)), "Article", "value")
                .settings();
    }

    private static String shown(Settings settings) {
        return settings.asMap().entrySet().stream()
                .map(entry -> entry.getKey().label() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "@NotNull | String | required=true",
                "@NotBlank | String | required=true minLength=1",
                "@NotEmpty @Size(min = 3) | String | required=true minLength=3",
                "@NotEmpty | List<String> | required=true minItems=1",
                "@Size(max = 9) | String | maxLength=9",
                "@Size(min = 2) | Set<String> | minItems=2",
                "@Size(min = 2) @Size(max = 8, min = 1) | String | minLength=2 maxLength=8",
                "@Min(1) @Max(10) | Integer | min=1 max=10",
                "@Min.List({@Min(1), @Min(4)}) | Integer | min=4",
                "@DecimalMin(\"1.50\") @DecimalMax(value = \"9\", inclusive = false) | Double | min=1.5 exclusiveMax=9",
                "@Positive | Integer | exclusiveMin=0",
                "@PositiveOrZero | Integer | min=0",
                "@Negative | Integer | exclusiveMax=0",
                "@NegativeOrZero | Integer | max=0",
                "@Digits(integer = 6, fraction = 2) | java.math.BigDecimal | integerDigits=6 fractionDigits=2",
                "@Pattern(regexp = \"[a-z]+\") | String | pattern=[a-z]+",
                "@Pattern(regexp = \"a\", flags = {Pattern.Flag.DOTALL, Pattern.Flag.CASE_INSENSITIVE}) | String | pattern=(?is)a",
                "@NotNull(groups = Runnable.class) @Size(max = 3, groups = jakarta.validation.groups.Default.class) | String | maxLength=3",
                "@NotNull @Property(required = false) | String | required=false",
                "@Past @Null @AssertTrue | Boolean | ''"
            })
    void eachConstraintBecomesASetting(String annotations, String type, String expected) {
        assertThat(shown(settings(annotations, type))).isEqualTo(expected);
    }

    @Test
    void constraintsOnElementsOfAListAreNotThoseOfTheList() {
        assertThat(shown(settings("", "List<@NotBlank @Size(max = 3) String>"))).isEmpty();
    }

    @Test
    void severalPatternsMustAllMatch() {
        String pattern = settings(
                        "@Pattern(regexp = \"[a-z]+|[0-9]+\") @Pattern(regexp = \"(?x).{3,} # long\") @Pattern(regexp = \".*[z9]\")",
                        "String")
                .text(SettingKey.PATTERN)
                .orElseThrow();

        assertThat("abz").matches(Pattern.compile(pattern));
        assertThat("129").matches(Pattern.compile(pattern));
        assertThat("abc").doesNotMatch(Pattern.compile(pattern));
        assertThat("z").doesNotMatch(Pattern.compile(pattern));
        assertThat("a9z").doesNotMatch(Pattern.compile(pattern));
    }

    @Test
    void theOrderOfPatternsMakesNoDifference() {
        String one = shown(settings("@Pattern(regexp = \"a.*\") @Pattern(regexp = \".*b\")", "String"));

        assertThat(shown(settings("@Pattern(regexp = \".*b\") @Pattern(regexp = \"a.*\")", "String")))
                .isEqualTo(one);
    }

    @Test
    void anEmailIsSomethingAroundAnAtSign() {
        String simple = settings("@Email", "String").text(SettingKey.PATTERN).orElseThrow();
        String narrow = settings("@Email(regexp = \".*@acme[.]com\")", "String")
                .text(SettingKey.PATTERN)
                .orElseThrow();

        assertThat("jo@acme.org").matches(Pattern.compile(simple)).doesNotMatch(Pattern.compile(narrow));
        assertThat("jo@acme.com").matches(Pattern.compile(narrow));
        assertThat("jo at acme").doesNotMatch(Pattern.compile(simple));
    }

    @Test
    void fieldsAndRecordComponentsCarryConstraintsToo() {
        var model = modelOf(folder, """
                package com.acme;
                import jakarta.validation.constraints.*;
                @dev.synchronizer.annotation.ContentType
                public class Article {
                    @NotNull @Size(max = 30) private String title;
                    @Size(max = 20) public String getTitle() { return title; }
                    public void setTitle(String title) { }
                }
                """, """
                package com.acme;
                import jakarta.validation.constraints.*;
                @dev.synchronizer.annotation.ContentType
                public record Note(@NotBlank @Pattern(regexp = "a|b") String text) {}
                """);

        assertThat(shown(property(model, "Article", "title").settings())).isEqualTo("required=true maxLength=20");
        assertThat(shown(property(model, "Note", "text").settings()))
                .isEqualTo("required=true minLength=1 pattern=a|b");
    }

    @Test
    void olderConstraintsOfJavaEeAreKnown() {
        String size = """
                package javax.validation.constraints;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME) public @interface Size { int min() default 0; int max(); }
                """;
        String article = source("@javax.validation.constraints.Size(max = 7)", "String");

        assertThat(shown(property(modelOf(folder, article, size), "Article", "value")
                        .settings()))
                .isEqualTo("maxLength=7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "@Length(min = 2, max = 7) | String | minLength=2 maxLength=7",
                "@Range(max = 9) | Integer | min=0 max=9",
                "@Range(min = -5) | Integer | min=-5",
                "@Range(min = 3, max = 9) @Min(4) | Integer | min=4 max=9",
                "@URL | String | ''"
            })
    void lengthAndRangeOfHibernateValidatorAreKnown(String annotations, String type, String expected) {
        String hibernate = "package org.hibernate.validator.constraints; public @interface %s { %s }";
        String article = source(annotations, type)
                .replace("import java.util.*;", "import java.util.*; import org.hibernate.validator.constraints.*;");

        assertThat(shown(property(
                                modelOf(
                                        folder,
                                        article,
                                        hibernate.formatted("Length", "int min() default 0; int max() default 9999;"),
                                        hibernate.formatted("Range", "long min() default 0; long max() default 9999;"),
                                        hibernate.formatted("URL", "")),
                                "Article",
                                "value")
                        .settings()))
                .isEqualTo(expected);
    }

    @Test
    void aConstraintThatIsComposedOfOthersIsNotLookedInto() {
        String code = "package com.acme; import jakarta.validation.constraints.*;"
                + " @NotNull @Size(max = 8) public @interface Code {}";

        assertThat(shown(property(modelOf(folder, source("@Code", "String"), code), "Article", "value")
                        .settings()))
                .isEmpty();
    }

    @Test
    void aBoundThatIsNoNumberIsReported() {
        var problems = problemsOf(folder, source("@DecimalMin(\"many\")", "Double"));

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.CONTRADICTORY_CONSTRAINTS);
        assertThat(problems.get(0).message()).contains("\"many\"");
    }

    @Test
    void aConstraintOfASupertypeNeverLowersANearerOne() {
        var model = modelOf(
                folder,
                "package com.acme; import jakarta.validation.constraints.*; public class Base {"
                        + " @NotBlank @Size(max = 10) public String getA() { return null; } public void setA(String a) { }"
                        + " @Size(min = 5) public String getB() { return null; } public void setB(String b) { } }",
                "package com.acme; import jakarta.validation.constraints.*;"
                        + " @dev.synchronizer.annotation.ContentType public class Sub extends Base {"
                        + " @Size(min = 4) public String getA() { return null; }"
                        + " @NotBlank public String getB() { return null; } }");

        assertThat(shown(property(model, "Sub", "a").settings())).isEqualTo("required=true minLength=4 maxLength=10");
        assertThat(shown(property(model, "Sub", "b").settings())).isEqualTo("required=true minLength=5");
    }
}
