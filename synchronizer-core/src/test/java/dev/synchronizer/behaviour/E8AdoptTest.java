package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.catalog.AdoptedAnnotation;
import dev.synchronizer.catalog.Adoption;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Standing;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.settings.StandingOverride;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E8: what administrators saved can be carried over into code, and be cleared then. */
class E8AdoptTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void classesThatAreRebuiltAsAdoptSaysMakeEveryOverrideRedundant(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@ContentType(order = 7)", "@jakarta.validation.constraints.NotNull"));
        set(
                node,
                "Article",
                NewSettings.none()
                        .with("displayName", "Story \"of\" the\nday \\ \u00fc")
                        .with("access", List.of("editor", "author"))
                        .with("availableInEditMode", false));
        set(node, "Article.teaser", NewSettings.none().with("required", false).with("order", -3));

        Adoption adoption = adopt(node, "Article");
        List<String> annotations = adoption.annotations().stream()
                .map(AdoptedAnnotation::annotation)
                .toList();
        node.start(site(
                "1.1",
                annotations.get(0).replace("(", "(order = 7, "),
                "@jakarta.validation.constraints.NotNull " + annotations.get(1)));

        assertThat(adoption.left()).isEmpty();
        assertThat(annotations.get(1)).isEqualTo("@Property(order = -3, required = false)");
        assertThat(overrides(node))
                .hasSize(5)
                .extracting(StandingOverride::standing)
                .containsOnly(Standing.REDUNDANT);
        node.call(s -> s.overrides().revert("anna", RevertScope.redundant()));
        assertThat(node.count("ct_override")).isZero();
        assertThat(node.call(s -> s.catalog().explain(Address.parse("Article.teaser.required")))
                        .all()
                        .get(0)
                        .effective())
                .hasToString("false");
    }

    @OnEveryDatabase
    void textsAreWrittenSoThatTheCompilerReadsThemAsTheyWere(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@ContentType", ""));
        List<String> roles = List.of("a\rb", "c\td", "e\u0007f", "\\u0041", "\u200b", "\u00e9");
        set(node, "Article", NewSettings.none().with("access", roles).with("icon", "\\\\u0041 \u2028 \ud83d\ude00"));

        node.start(site("1.1", adopt(node, "Article").annotations().get(0).annotation(), ""));

        assertThat(overrides(node)).extracting(StandingOverride::standing).containsOnly(Standing.REDUNDANT);
    }

    @OnEveryDatabase
    void aTextThatAdministratorsEmptiedIsToBeLeftOut(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@ContentType(description = \"Long\")", "@Property(prompt = \"What?\")"));
        set(node, "Article", NewSettings.none().with("description", "").with("displayName", ""));
        set(node, "Article.teaser", NewSettings.none().withNothing("prompt"));

        Adoption adoption = adopt(node, "Article.teaser", "Article.description", "Article.displayName");

        assertThat(adoption.annotations())
                .containsExactly(
                        new AdoptedAnnotation("com.acme.Article", null, null, "", List.of(SettingKey.DESCRIPTION)),
                        new AdoptedAnnotation("com.acme.Article", "teaser", null, "", List.of(SettingKey.PROMPT)));
        assertThat(adoption.left())
                .as("left out, the name of the type would show")
                .containsExactly(new Adoption.Left(
                        Address.parse("Article..displayName"), "code cannot say that there is to be none"));
    }

    @Test
    void whatAClassInheritsItCannotLeaveOut() {
        Node node = Node.on(Product.H2);
        node.start(ModelJar.of(
                        "package com.acme; import dev.synchronizer.annotation.*; public class Base {"
                                + property("@Property(prompt = \"What?\") String", "teaser") + "}",
                        inheriting("Article"))
                .version("site", "1.0")
                .jar(folder.resolve("inheriting.jar")));
        set(node, "Article.teaser", NewSettings.none().with("prompt", "").with("required", true));

        Adoption adoption = adopt(node, "Article");

        assertThat(adoption.annotations())
                .extracting(AdoptedAnnotation::annotation, AdoptedAnnotation::leaveOut)
                .containsExactly(tuple("@Property(required = true)", List.of()));
        assertThat(adoption.left())
                .containsExactly(new Adoption.Left(
                        Address.parse("Article.teaser.prompt"),
                        "a class cannot leave out what it inherits from com.acme.Base"));
    }

    @OnEveryDatabase
    void aPropertyThatOthersInheritTooIsAnnotatedInTheClassItself(Product product) {
        Node node = Node.on(product);
        Path models = ModelJar.of(
                        "package com.acme; public class Base {" + property("String", "teaser") + "}",
                        inheriting("Article"),
                        inheriting("Story"))
                .version("site", "1.0")
                .jar(folder.resolve("inheriting.jar"));
        node.start(models);
        set(node, "Article.teaser", NewSettings.none().with("required", true));

        assertThat(adopt(node, "Article").annotations())
                .containsExactly(new AdoptedAnnotation(
                        "com.acme.Article", "teaser", "com.acme.Base", "@Property(required = true)", List.of()));
    }

    @Test
    void inheritedAndRenamedPropertiesAndComponentsOfRecordsAreAnnotatedWhereAdoptSays() {
        Node node = Node.on(Product.H2);
        node.start(inherited("1.0", "", ""));
        set(node, "Article.lead", NewSettings.none().with("required", true).with("prompt", "What?"));
        set(node, "Article.mixed", NewSettings.none().with("visible", false));
        set(node, "Fact.label", NewSettings.none().with("displayName", "Text").with("order", 1000));

        List<AdoptedAnnotation> adopted = adopt(node, "Article", "Fact").annotations();
        assertThat(adopted).extracting(AdoptedAnnotation::property).containsExactly("lead", "mixed", "label");
        node.start(inherited(
                "1.1",
                adopted.get(0).annotation() + " public String getTeaser() { return null; } "
                        + adopted.get(1).annotation() + " public String getMixed() { return null; }",
                adopted.get(2).annotation().replace("(", "(name = \"label\", ")));

        assertThat(overrides(node))
                .hasSize(5)
                .extracting(StandingOverride::standing)
                .containsOnly(Standing.REDUNDANT);
        assertThat(node.call(s -> s.catalog().type("Article"))
                        .orElseThrow()
                        .property("lead")
                        .orElseThrow()
                        .settings()
                        .text(SettingKey.DESCRIPTION))
                .isEqualTo("Said above");
    }

    private Path inherited(String version, String ofArticle, String ofText) {
        String imports = "package com.acme; import dev.synchronizer.annotation.*; ";
        return ModelJar.of(
                        imports + "public class Base {"
                                + property("@Property(name = \"lead\", description = \"Said above\") String", "teaser")
                                + "}",
                        imports + "public interface Mixin {"
                                + " default String getMixed() { return null; } default void setMixed(String mixed) {} }",
                        imports + "@ContentType public class Article extends Base implements Mixin {" + ofArticle + "}",
                        imports + "@ContentType(kind = ContentKind.BLOCK) public record Fact("
                                + (ofText.isEmpty() ? "@Property(name = \"label\")" : ofText) + " String text) {}")
                .version("site", version)
                .jar(folder.resolve("inherited-" + version + ".jar"));
    }

    @OnEveryDatabase
    void whatCodeCannotTakeOverIsLeftWithTheReason(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@ContentType(order = 7)", ""));
        set(node, "Article", NewSettings.none().with("order", 7).with("icon", "pen"));
        node.start(site("1.1", "@ContentType(order = 7, locked = \"icon\")", ""));
        node.database()
                .execute("insert into ct_property (id, type_id, name, data_type, origin, adopted) values (900, "
                        + node.stored().types().get(0).id() + ", 'note', 'STRING', 'ADMIN', false)");
        set(node, "Article.note", NewSettings.none().with("required", true));

        Adoption adoption = adopt(node, "Article");

        assertThat(adoption.annotations()).isEmpty();
        assertThat(adoption.left())
                .extracting(left -> left.setting() + ": " + left.reason())
                .containsExactly(
                        "Article..icon: code locks the setting, so that it does not apply",
                        "Article..order: code says the same already",
                        "Article.note.required: an administrator made the property, and no code declares it");
    }

    private static String inheriting(String name) {
        return "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class " + name
                + " extends Base {}";
    }

    private static Adoption adopt(Node node, String... addresses) {
        return node.call(synchronizer -> synchronizer
                .catalog()
                .adopt(Arrays.stream(addresses).map(Address::parse).collect(Collectors.toList())));
    }

    private static List<StandingOverride> overrides(Node node) {
        return node.call(synchronizer -> synchronizer.overrides().list());
    }

    private static void set(Node node, String address, NewSettings settings) {
        node.call(synchronizer -> synchronizer.overrides().set("anna", Address.parse(address), settings));
    }

    private Path site(String version, String typeAnnotation, String annotation) {
        return ModelJar.of("package com.acme; import dev.synchronizer.annotation.*; " + typeAnnotation
                        + " public class Article {" + property(annotation + " String", "teaser") + "}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + ".jar"));
    }
}
