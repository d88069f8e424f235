package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.plan.BlastRadius;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SettingPlan;
import dev.synchronizer.plan.SyncPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** C5: a change is graded by the items and values that are there, and says how many it concerns. */
class C5GradesWithContentTest {
    @TempDir
    Path folder;

    private int jars;

    @OnEveryDatabase
    void aRuleBreaksTheValuesThatDoNotKeepItAndNoOthers(Product product) {
        Node node = Node.on(product);
        node.start(article(property("String", "text"), property("int", "number")));
        Editor.of(node)
                .writes(
                        "Article",
                        IntStream.rangeClosed(1, 9)
                                .mapToObj(C5GradesWithContentTest::numbered)
                                .toList());

        assertGrade(node, "@jakarta.validation.constraints.Size(max=9) String", "int", Grade.COMPATIBLE, 0, 0);
        assertGrade(node, "@jakarta.validation.constraints.Size(max=7) String", "int", Grade.BREAKING, 2, 2);
        assertGrade(
                node, "@jakarta.validation.constraints.Pattern(regexp=\"x{2,}\") String", "int", Grade.BREAKING, 1, 1);
        assertGrade(node, "String", "@jakarta.validation.constraints.Min(4) int", Grade.BREAKING, 3, 3);
        assertGrade(node, "String", "@jakarta.validation.constraints.Max(9) int", Grade.COMPATIBLE, 0, 0);
        assertGrade(node, "@Property(visible=false) String", "int", Grade.BREAKING, 9, 9);
        assertGrade(node, "@Property(prompt=\"?\") String", "int", Grade.COMPATIBLE, 0, 0);
    }

    private static Map<String, Object> numbered(int number) {
        return Map.of("text", "x".repeat(number), "number", number);
    }

    private void assertGrade(Node node, String text, String number, Grade grade, long items, long values) {
        SyncPlan plan = node.dryRun(article(property(text, "text"), property(number, "number")));

        assertThat(plan.summary().grade()).as(text + " " + number).isEqualTo(grade);
        assertThat(type(plan, "Article").properties())
                .as(text + " " + number)
                .extracting(PropertyPlan::radius)
                .contains(new BlastRadius(items, values));
        assertThat(plan.refusals().isEmpty()).isTrue();
    }

    @OnEveryDatabase
    void whatBecomesRequiredBreaksTheItemsThatLackIt(Product product) {
        Node node = Node.on(product);
        node.start(article(property("String", "text")));
        Editor editor = Editor.of(node);
        editor.writes("Article", Map.of("text", "a"));
        Path required = article(property("@Property(required=true) String", "text"));
        assertThat(node.dryRun(required).summary().grade()).isEqualTo(Grade.COMPATIBLE);
        editor.writes("Article", List.of(Map.of(), Map.of()));

        PropertyPlan text =
                type(node.start(required).plan(), "Article").properties().get(0);

        assertThat(text.grade()).isEqualTo(Grade.BREAKING);
        assertThat(text.radius()).isEqualTo(new BlastRadius(2, 0));
    }

    @OnEveryDatabase
    void aNewRequiredPropertyBreaksTheItemsThatThereAre(Product product) {
        Node node = Node.on(product);
        node.start(article(property("String", "text")));
        Path more = article(property("String", "text"), property("@Property(required=true) String", "top"));
        assertThat(node.dryRun(more).summary().grade()).isEqualTo(Grade.COMPATIBLE);
        Editor.of(node).writes("Article", List.of(Map.of(), Map.of(), Map.of()));

        SyncPlan plan = node.dryRun(more);

        assertThat(plan.summary().grade()).isEqualTo(Grade.BREAKING);
        assertThat(type(plan, "Article").properties())
                .filteredOn(property -> property.name().equals("top"))
                .extracting(PropertyPlan::radius)
                .containsExactly(new BlastRadius(3, 0));
    }

    @OnEveryDatabase
    void whatAnOverrideMasksConcernsNobody(Product product) {
        Node node = Node.on(product);
        node.start(article(property("String", "text")));
        Editor.of(node).writes("Article", Map.of());
        Administrator.of(node).saves("Article.text", "required", SettingValue.of(false));

        SyncPlan plan = node.dryRun(article(property("@Property(required=true) String", "text")));

        assertThat(plan.summary().grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(type(plan, "Article").properties().get(0).settings())
                .extracting(SettingPlan::grade)
                .containsExactly(Grade.COMPATIBLE);
    }

    private Path article(String... properties) {
        String source = annotatedType("", "Article");
        jars++;
        return ModelJar.of(source.substring(0, source.lastIndexOf('}')) + String.join("", properties) + "}\n")
                .version("site", "1." + jars)
                .jar(folder.resolve("site-1." + jars + ".jar"));
    }
}
