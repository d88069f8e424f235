package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.modelOf;
import static dev.synchronizer.scan.Scans.problemsOf;
import static dev.synchronizer.scan.Scans.properties;
import static dev.synchronizer.scan.Scans.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A2: what is a property of a class, apart from what it inherits. */
class BeanPropertiesTest {
    @TempDir
    Path folder;

    private static String article(String body) {
        return "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Article { " + body
                + " }";
    }

    @Test
    void aPropertyNeedsAPublicGetterAndAPublicSetterOfTheSameType() {
        var model = modelOf(folder, article("""
                        public String getTitle() { return ""; }
                        public void setTitle(String value) { }
                        public boolean isOpen() { return true; }
                        public void setOpen(boolean value) { }
                        public Boolean isDone() { return true; }
                        public void setDone(Boolean value) { }
                        public boolean getFlat() { return true; }
                        public void setFlat(boolean value) { }
                        public String getFluent() { return ""; }
                        public Article setFluent(String value) { return this; }
                        public String getReadOnly() { return ""; }
                        public void setWriteOnly(String value) { }
                        public String getOdd() { return ""; }
                        public void setOdd(int value) { }
                        public String isText() { return ""; }
                        public void setText(String value) { }
                        public static String getStatic() { return ""; }
                        public static void setStatic(String value) { }
                        String getHidden() { return ""; }
                        void setHidden(String value) { }
                        public String get() { return ""; }
                        public void set(String value) { }
                        """));

        assertThat(properties(model, "Article")).containsExactly("done", "flat", "fluent", "open", "title");
        assertThat(property(model, "Article", "title").declaredIn()).isEqualTo("com.acme.Article");
    }

    @ParameterizedTest
    @CsvSource({"URL,URL", "Url,url", "aName,aName", "X,x", "IBAN2,IBAN2", "ÄrmelLänge,ärmelLänge"})
    void namesFollowJavaBeans(String accessor, String name) {
        var model = modelOf(
                folder,
                article("public int get" + accessor + "() { return 1; } public void set" + accessor
                        + "(int value) { }"));

        assertThat(properties(model, "Article")).containsExactly(name);
    }

    @Test
    void annotationsMayStandOnGetterSetterOrField() {
        var model = modelOf(folder, article("""
                        @Property(prompt = "field", displayName = "field") private String title;
                        @Property(prompt = "getter") public String getTitle() { return ""; }
                        @Property(prompt = "setter", groupName = "setter") public void setTitle(String value) { }
                        """));

        PropertyModel title = property(model, "Article", "title");

        assertThat(title.settings().text(SettingKey.PROMPT)).contains("getter");
        assertThat(title.settings().text(SettingKey.GROUP_NAME)).contains("setter");
        assertThat(title.settings().text(SettingKey.DISPLAY_NAME)).contains("field");
    }

    @ParameterizedTest
    @CsvSource({
        "eMail, getEMail, setEMail, EMail",
        "url, getURL, setURL, URL",
        "isOpen, isOpen, setOpen, open",
        "open, isOpen, setOpen, open"
    })
    void aFieldBelongsToTheAccessorsThatAreWrittenLikeIt(String field, String getter, String setter, String name) {
        String body = "@Property(prompt = \"field\") private boolean %s; public boolean %s() { return true; }"
                + " public void %s(boolean value) { }";

        var property = property(modelOf(folder, article(body.formatted(field, getter, setter))), "Article", name);

        assertThat(property.settings().text(SettingKey.PROMPT)).contains("field");
    }

    @Test
    void aConstantIsNoFieldOfThePropertyThatIsWrittenLikeIt() {
        var model = modelOf(folder, article("""
                        @jakarta.validation.constraints.NotNull public static final String TITLE = "title";
                        public String getTitle() { return ""; }
                        public void setTitle(String value) { }
                        """));

        assertThat(property(model, "Article", "title").settings().isEmpty()).isTrue();
    }

    @Test
    void onlyWhatWasWrittenIsSaid() {
        var model = modelOf(folder, article("""
                        @Property(order = 0, visible = true, required = false, prompt = "", locked = {"order", "icon"})
                        public String getTitle() { return ""; }
                        public void setTitle(String value) { }
                        """));

        assertThat(property(model, "Article", "title").settings().asMap())
                .containsOnlyKeys(SettingKey.ORDER, SettingKey.VISIBLE, SettingKey.REQUIRED, SettingKey.LOCKED)
                .containsEntry(SettingKey.ORDER, SettingValue.of(0))
                .containsEntry(SettingKey.VISIBLE, SettingValue.of(true))
                .containsEntry(SettingKey.REQUIRED, SettingValue.of(false))
                .containsEntry(SettingKey.LOCKED, SettingValue.list(List.of("icon", "order")));
    }

    @Test
    void theNameInTheStoreAndFormerNamesCanBeDeclared() {
        var model = modelOf(folder, article("""
                        @Property(name = "headline") @RenamedFrom("heading") @RenamedFrom("caption")
                        @Suppress({"CT303", "CT213"}) @ReplacedBy("title")
                        public String getTitle() { return ""; }
                        public void setTitle(String value) { }
                        """));

        PropertyModel headline = property(model, "Article", "headline");

        assertThat(headline.formerNames()).containsExactly("heading", "caption");
        assertThat(headline.suppressed()).containsExactly("CT213", "CT303");
        assertThat(headline.settings().text(SettingKey.REPLACED_BY)).contains("title");
    }

    @ParameterizedTest
    @CsvSource({"getter", "setter", "field"})
    void ignoreLeavesAPropertyOutWhereverItStands(String place) {
        var model = modelOf(
                folder,
                article(
                        "%s private String title; %s public String getTitle() { return title; } %s public void setTitle(String value) { }"
                                .formatted(
                                        place.equals("field") ? "@Ignore" : "",
                                        place.equals("getter") ? "@Ignore" : "",
                                        place.equals("setter") ? "@Ignore" : "")));

        assertThat(properties(model, "Article")).isEmpty();
    }

    @Test
    void everyComponentOfARecordIsAProperty() {
        var model = modelOf(folder, """
                package com.acme;
                import dev.synchronizer.annotation.*;
                @ContentType(kind = ContentKind.BLOCK)
                public record Teaser(
                        @Property(order = 3) String title,
                        boolean isActive,
                        @Property(displayName = "Age") int getAge,
                        @Ignore String secret) {
                    @Property(prompt = "accessor") public String title() { return title; }
                }
                """);

        assertThat(properties(model, "Teaser")).containsExactly("getAge", "isActive", "title");
        assertThat(property(model, "Teaser", "title").settings().asMap())
                .containsOnlyKeys(SettingKey.ORDER, SettingKey.PROMPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Property public String getTitle() { return null; } | no public setter setTitle(java.lang.String)",
                "@RenamedFrom(\"x\") public void setTitle(String v) { } | no public getter getTitle()",
                "@Property private int title; | neither public getter getTitle() nor public setter setTitle(int)",
                "@Property public int getTitle() { return 1; } public void setTitle(long v) { } | setTitle takes long",
                "@Property String getTitle() { return null; } void setTitle(String v) { } | static or not public",
                "@Property public String title() { return null; } | neither getter nor setter"
            })
    void anAnnotatedAccessorWithoutItsPairIsAnErrorThatSaysWhichIsMissing(String body, String message) {
        List<Problem> problems = problemsOf(folder, article(body));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo(ProblemCode.ACCESSOR_WITHOUT_PAIR);
        assertThat(problems.get(0).subject()).isEqualTo("com.acme.Article#title");
        assertThat(problems.get(0).message()).contains(message);
    }

    @Test
    void anIgnoredAccessorNeedsNoPair() {
        assertThat(problemsOf(folder, article("@Ignore public String getTitle() { return null; }")))
                .isEmpty();
    }
}
