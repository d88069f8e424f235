package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reading.properties;
import static dev.synchronizer.behaviour.Reading.property;
import static dev.synchronizer.behaviour.Reading.readSources;
import static dev.synchronizer.behaviour.Reading.refusedSources;
import static dev.synchronizer.behaviour.Reading.type;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A2: what is a property, and what is not. */
class A2PropertiesTest {
    @TempDir
    Path folder;

    @Test
    void aPublicGetterWithAPublicSetterIsAPropertyAndNothingElseIs() {
        ContentModel model = readSources(folder, article("", """
                public String getTitle() { return null; }
                public void setTitle(String title) {}
                public boolean isOpen() { return true; }
                public void setOpen(boolean open) {}
                public String getReadOnly() { return null; }
                public void setWriteOnly(String text) {}
                public String getHalf() { return null; }
                protected void setHalf(String text) {}
                public static String getShared() { return null; }
                public static void setShared(String text) {}
                """));

        assertThat(properties(model, "Article")).containsExactly("open", "title");
    }

    @Test
    void everyComponentOfARecordIsAProperty() {
        ContentModel model = readSources(folder, """
                package com.acme;
                import dev.synchronizer.annotation.*;
                @ContentType(kind = ContentKind.BLOCK)
                public record Quote(String text, @Property(displayName = "By") String author, @Ignore int hash) {}
                """);

        assertThat(properties(model, "Quote")).containsExactly("author", "text");
        assertThat(property(model, "Quote.author").settings().text(SettingKey.DISPLAY_NAME))
                .hasValue("By");
    }

    @Test
    void inheritedPropertiesCountFromAnnotatedAndPlainClassesAndFromInterfaces() {
        ContentModel model = readSources(
                folder,
                "package com.acme; public abstract class Plain {" + property("String", "plain") + "}",
                "package com.acme; @dev.synchronizer.annotation.ContentType public class Page extends Plain {"
                        + property("String", "page") + "}",
                "package com.acme; public interface Tagged { default String getTags() { return null; }"
                        + " default void setTags(String tags) {} }",
                article("extends Page implements Tagged", property("String", "own")));

        assertThat(properties(model, "Article")).containsExactly("own", "page", "plain", "tags");
        assertThat(properties(model, "Page")).containsExactly("page", "plain");
        assertThat(type(model, "Article").superTypes()).containsExactly("Page");
    }

    @Test
    void ignoreLeavesOneOutAndPropertyAddsSettings() {
        ContentModel model = readSources(
                folder,
                article(
                        "",
                        property("@Ignore String", "secret")
                                + property("@Property(name=\"lead\",localized=true,required=true) String", "teaser")));

        assertThat(properties(model, "Article")).containsExactly("lead");
        assertThat(property(model, "Article.lead").settings().asMap())
                .containsOnlyKeys(SettingKey.REQUIRED, SettingKey.LOCALIZED);
    }

    @Test
    void anAnnotatedAccessorWithoutItsPairIsAnErrorThatSaysSo() {
        List<Problem> problems =
                refusedSources(folder, article("", "@Property public String getTitle() { return null; }"));

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.ACCESSOR_WITHOUT_PAIR);
        assertThat(problems.get(0).subject()).isEqualTo("com.acme.Article#title");
        assertThat(problems.get(0).message()).contains("setTitle");
    }

    private static String article(String supertypes, String body) {
        return "package com.acme;\nimport dev.synchronizer.annotation.*;\n@ContentType public class Article "
                + supertypes + " {\n" + body + "}\n";
    }
}
