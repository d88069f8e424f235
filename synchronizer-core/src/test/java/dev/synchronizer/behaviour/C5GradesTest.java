package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Reading.read;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.plan.BlastRadius;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C5: what a change does to stored content; without a store, the worst that it could do. */
class C5GradesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            int | long | COMPATIBLE
            long | int | LOSSY
            int | String | COMPATIBLE
            String | java.time.LocalDate | LOSSY
            String | java.util.List<String> | COMPATIBLE
            java.util.List<String> | String | LOSSY
            String | @Size(max=9) String | BREAKING
            @Size(max=9) String | @Size(max=99) String | COMPATIBLE
            @Size(max=9) String | String | COMPATIBLE
            String | @Size(max=8000) String | COMPATIBLE
            String | @Size(max=1999) String | BREAKING
            @Property(type=DataType.TEXT) String | @Size(max=8000) String | BREAKING
            int | @Min(3) int | BREAKING
            String | @NotNull String | BREAKING
            @NotNull String | String | COMPATIBLE
            String | @Property(visible=false) String | BREAKING
            String | @Property(localized=true) String | COMPATIBLE
            @Property(localized=true) String | String | LOSSY
            String | @Property(displayName="x",order=7,prompt="y") String | COMPATIBLE
            """)
    void eachChangeOfAPropertyHasAGrade(String before, String after, Grade grade) {
        SyncPlan plan = compare(article("", property(before, "value")), article("", property(after, "value")));

        PropertyPlan value = type(plan, "Article").properties().get(0);
        assertThat(value.grade()).isEqualTo(grade);
        assertThat(type(plan, "Article").grade()).isEqualTo(grade);
        assertThat(plan.summary().grade()).isEqualTo(grade);
    }

    @Test
    void whatGoesAwayBreaksAndLosesNothing() {
        assertThat(compare(type("Article", "a", "b"), type("Article", "a"))
                        .summary()
                        .grade())
                .isEqualTo(Grade.BREAKING);
        assertThat(compare(type("Article"), type("Other")).summary().grade()).isEqualTo(Grade.BREAKING);
    }

    @Test
    void aPropertyPulledUpToASuperclassIsNoRemovalAndPushedDownNoNews() {
        String down = article("", property("String", "title"));
        String[] up = {
            "package com.acme; public abstract class Base {" + property("String", "title") + "}",
            article("extends Base", "")
        };

        assertThat(compare(new String[] {down}, up).isPending()).isFalse();
        assertThat(compare(up, new String[] {down}).isPending()).isFalse();
    }

    @Test
    void aSuperclassThatChangesIsNoChangeByItself() {
        String base = "package com.acme; @dev.synchronizer.annotation.ContentType public class %s {"
                + property("String", "title") + "}";
        String[] before = {base.formatted("One"), base.formatted("Two"), article("extends One", "")};
        String[] after = {base.formatted("One"), base.formatted("Two"), article("extends Two", "")};

        assertThat(compare(before, after).isPending()).isFalse();
    }

    @OnEveryDatabase
    void aChangeThatNoStoredContentIsConcernedByIsCompatibleAndApplied(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", article("", property("String", "a") + property("String", "b"))));

        SyncPlan plan = node.start(site("1.1", article("", property("@NotNull int", "a"))))
                .plan();

        assertThat(plan.summary().grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(type(plan, "Article").properties()).allSatisfy(property -> {
            assertThat(property.grade()).isEqualTo(Grade.COMPATIBLE);
            assertThat(property.radius()).isEqualTo(BlastRadius.NOTHING);
            assertThat(property.settings()).allMatch(setting -> setting.grade() == Grade.COMPATIBLE);
        });
        assertThat(node.stored().types().get(0).properties())
                .extracting(p -> p.name() + " " + p.dataType())
                .containsExactly("a INTEGER");
    }

    @Test
    void aKindThatChangesBreaks() {
        assertThat(compare(type("Article"), annotatedType("@ContentType(kind = ContentKind.MEDIA)", "Article"))
                        .summary()
                        .grade())
                .isEqualTo(Grade.BREAKING);
    }

    private SyncPlan compare(String before, String after) {
        return compare(new String[] {before}, new String[] {after});
    }

    private SyncPlan compare(String[] before, String[] after) {
        return Synchronizer.compare(read(site("1.0", before)), read(site("1.1", after)));
    }

    private static String article(String supertypes, String body) {
        return "package com.acme;\nimport dev.synchronizer.annotation.*;\nimport jakarta.validation.constraints.*;\n"
                + "@ContentType public class Article " + supertypes + " {\n" + body + "}\n";
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
