package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reading.property;
import static dev.synchronizer.behaviour.Reading.readSources;
import static dev.synchronizer.behaviour.Reading.refusedSources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A4: the data type follows from the Java type. */
class A4DataTypesTest {
    private static final String TEASER =
            "package com.acme; @dev.synchronizer.annotation.ContentType(kind = dev.synchronizer.annotation.ContentKind.BLOCK)"
                    + " public record Teaser(String text) {}";
    private static final String SIZE = "package com.acme; public enum Size { SMALL, MEDIUM, LARGE }";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            boolean | BOOLEAN
            Integer | INTEGER
            long | LONG
            float | DOUBLE
            double | DOUBLE
            java.math.BigDecimal | DECIMAL
            String | STRING
            @Property(type = DataType.RICH_TEXT) String | RICH_TEXT
            java.time.LocalDate | DATE
            java.time.LocalDateTime | DATE_TIME
            java.time.Instant | INSTANT
            java.time.LocalTime | TIME
            java.util.UUID | UUID
            java.net.URI | URI
            java.util.Locale | LOCALE
            Size | ENUM
            ContentReference | REFERENCE
            Teaser | BLOCK<Teaser>
            List<String> | LIST<STRING>
            Set<Size> | SET<ENUM>
            List<Teaser> | LIST<BLOCK<Teaser>>
            """)
    void everyJavaTypeOfTheContractHasADataType(String javaType, String dataType) {
        assertThat(property(model(javaType), "Article.value").type()).hasToString(dataType);
    }

    @Test
    void constantsOfAnEnumBecomeTheAllowedValues() {
        assertThat(property(model("Size"), "Article.value").settings().texts(SettingKey.ALLOWED_VALUES))
                .containsExactly("SMALL", "MEDIUM", "LARGE");
    }

    @Test
    void aDataTypeThatTheJavaTypeCannotHoldIsRefused() {
        List<Problem> problems =
                refusedSources(folder, article("@Property(type = DataType.DATE) String"), SIZE, TEASER);

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.IMPOSSIBLE_DATA_TYPE);
        assertThat(problems.get(0).toString()).contains("com.acme.Article#value", "DATE", "String");
    }

    @Test
    void anyOtherJavaTypeIsAnErrorThatNamesClassPropertyTypeAndTheWaysOut() {
        List<Problem> problems = refusedSources(folder, article("java.util.Map<String, String>"), SIZE, TEASER);

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UNSUPPORTED_PROPERTY_TYPE);
        assertThat(problems.get(0).toString()).contains("com.acme.Article#value", "java.util.Map", "@Ignore");
    }

    @Test
    void onlyABlockCanBeEmbedded() {
        String page = "package com.acme; @dev.synchronizer.annotation.ContentType public class Page {}";

        assertThat(refusedSources(folder, article("Page"), SIZE, TEASER, page))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOT_A_BLOCK);
    }

    private ContentModel model(String javaType) {
        return readSources(folder, article(javaType), SIZE, TEASER);
    }

    private static String article(String javaType) {
        return """
                package com.acme;
                import dev.synchronizer.annotation.*;
                import java.util.List;
                import java.util.Set;
                @ContentType public record Article(%s value) {}
                """.formatted(javaType);
    }
}
