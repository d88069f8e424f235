package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.modelOf;
import static dev.synchronizer.scan.Scans.problemsOf;
import static dev.synchronizer.scan.Scans.properties;
import static dev.synchronizer.scan.Scans.property;
import static dev.synchronizer.scan.Scans.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A2: what a type inherits. */
class InheritanceTest {
    private static final String HEAD = "package com.acme; import dev.synchronizer.annotation.*; ";
    private static final String BASE = HEAD + """
            abstract class Base {
                @Property(displayName = "Base", description = "of Base", order = 5)
                @jakarta.validation.constraints.Size(min = 2, max = 50) @RenamedFrom("caption")
                public String getTitle() { return ""; }
                public void setTitle(String value) { }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void propertiesOfPlainPackagePrivateSuperclassesCountAndAreShared() {
        var model = modelOf(
                folder,
                BASE,
                HEAD + "@ContentType public class A extends Base {}",
                HEAD + "@ContentType public class B extends Base {}");

        PropertyModel title = property(model, "A", "title");

        assertThat(title.declaredIn()).isEqualTo("com.acme.Base");
        assertThat(property(model, "B", "title")).isSameAs(title);
    }

    @Test
    void anOverridingAccessorRefinesSettingBySetting() {
        var model = modelOf(folder, BASE, HEAD + """
                        @ContentType public class A extends Base {
                            @Override @Property(displayName = "A") @jakarta.validation.constraints.Size(max = 20)
                            public String getTitle() { return ""; }
                        }
                        """);

        PropertyModel title = property(model, "A", "title");

        assertThat(title.declaredIn()).isEqualTo("com.acme.A");
        assertThat(title.settings().text(SettingKey.DISPLAY_NAME)).contains("A");
        assertThat(title.settings().text(SettingKey.DESCRIPTION)).contains("of Base");
        assertThat(title.settings().number(SettingKey.ORDER))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("5"));
        assertThat(title.settings().number(SettingKey.MAX_LENGTH))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("20"));
        assertThat(title.settings().number(SettingKey.MIN_LENGTH))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("2"));
        assertThat(title.formerNames()).containsExactly("caption");
    }

    @Test
    void theNearestClassThatSaysAnythingDecidesWhetherItIsLeftOut() {
        var model = modelOf(
                folder,
                BASE,
                HEAD
                        + "@ContentType public class Out extends Base { @Ignore public String getTitle() { return null; } }",
                HEAD + "@ContentType public class Silent extends Out { public String getTitle() { return null; } }",
                HEAD
                        + "@ContentType public class Back extends Out { @Property public String getTitle() { return null; } }");

        assertThat(properties(model, "Out")).isEmpty();
        assertThat(properties(model, "Silent")).isEmpty();
        assertThat(properties(model, "Back")).containsExactly("title");
    }

    @Test
    void typeVariablesAreResolvedThroughTheHierarchy() {
        var model = modelOf(
                folder,
                HEAD + """
                        public class Root<K, V extends Number> {
                            public K getKey() { return null; }
                            public void setKey(K key) { }
                            public java.util.List<? extends V> getValues() { return null; }
                            public void setValues(java.util.List<? extends V> values) { }
                            public String getPlain() { return null; }
                            public void setPlain(String plain) { }
                        }
                        """,
                HEAD + "public class Middle<T extends Integer> extends Root<String, T> {}",
                HEAD + "@ContentType public class Leaf extends Middle<Integer> {}",
                HEAD + "@ContentType public class Other extends Root<java.util.UUID, Long> {}",
                HEAD + "@ContentType public class Open<T extends Integer> extends Root<T, T> {}",
                HEAD + "@ContentType @SuppressWarnings(\"rawtypes\") public class Raw extends Middle {}");

        assertThat(property(model, "Leaf", "key").type()).hasToString("STRING");
        assertThat(property(model, "Leaf", "values").type()).hasToString("LIST<INTEGER>");
        assertThat(property(model, "Other", "key").type()).hasToString("UUID");
        assertThat(property(model, "Other", "values").type()).hasToString("LIST<LONG>");
        assertThat(property(model, "Open", "key").type()).hasToString("INTEGER");
        assertThat(property(model, "Raw", "values").type()).hasToString("LIST<INTEGER>");
        assertThat(property(model, "Leaf", "plain")).isSameAs(property(model, "Other", "plain"));
    }

    @Test
    void theBoundOfATypeVariableMayBeAnother() {
        var model = modelOf(folder, """
                        package com.acme;
                        @dev.synchronizer.annotation.ContentType
                        public class Article<A extends B, B extends C, C extends String> {
                            public A getTitle() { return null; }
                            public void setTitle(A title) { }
                        }
                        """);

        assertThat(property(model, "Article", "title").type()).hasToString("STRING");
    }

    @Test
    void aGetterThatNarrowsATypeVariableIsOneProperty() {
        var model = modelOf(folder, HEAD + """
                        public abstract class Root<T> {
                            public abstract T getBody();
                            public abstract void setBody(T body);
                        }
                        """, HEAD + """
                        @ContentType public class Leaf extends Root<String> {
                            @Override public String getBody() { return null; }
                            @Override public void setBody(String body) { }
                        }
                        """);

        assertThat(properties(model, "Leaf")).containsExactly("body");
        assertThat(property(model, "Leaf", "body").declaredIn()).isEqualTo("com.acme.Leaf");
    }

    @Test
    void defaultAccessorsOfInterfacesCount() {
        var model = modelOf(
                folder,
                HEAD + """
                        public interface Tagged {
                            @Property(prompt = "tags") default String getTags() { return ""; }
                            default void setTags(String tags) { }
                        }
                        """,
                HEAD + "public interface Special extends Tagged {}",
                HEAD + "@ContentType public class A implements Special {}",
                HEAD + "@ContentType public class B extends A {}");

        assertThat(property(model, "A", "tags").settings().text(SettingKey.PROMPT))
                .contains("tags");
        assertThat(property(model, "A", "tags").declaredIn()).isEqualTo("com.acme.Tagged");
        assertThat(property(model, "B", "tags")).isSameAs(property(model, "A", "tags"));
    }

    @Test
    void anAbstractAccessorOfAnInterfaceLendsItsAnnotationsToTheClass() {
        var model = modelOf(
                folder,
                HEAD + """
                        public interface Titled {
                            @Property(prompt = "far", description = "far") @jakarta.validation.constraints.NotNull
                            String getTitle();
                        }
                        """,
                HEAD + "public interface Headed extends Titled { @Property(prompt = \"near\") String getTitle(); }",
                HEAD + """
                        @ContentType public class A implements Titled, Headed {
                            public String getTitle() { return null; }
                            public void setTitle(String title) { }
                        }
                        """);

        PropertyModel title = property(model, "A", "title");

        assertThat(title.settings().text(SettingKey.PROMPT)).contains("near");
        assertThat(title.settings().text(SettingKey.DESCRIPTION)).contains("far");
        assertThat(title.settings().get(SettingKey.REQUIRED)).hasToString("true");
        assertThat(title.declaredIn()).isEqualTo("com.acme.A");
    }

    @Test
    void anInterfaceLendsItsAnnotationsToRecordComponents() {
        var model = modelOf(
                folder,
                HEAD + "public interface Titled { @Property(prompt = \"title\") String title(); }",
                HEAD + "@ContentType public record A(String title) implements Titled {}");

        assertThat(property(model, "A", "title").settings().text(SettingKey.PROMPT))
                .contains("title");
    }

    @Test
    void gettersAndSettersMayComeFromDifferentClasses() {
        var model = modelOf(
                folder,
                HEAD + "public abstract class Base { @Property public abstract String getTitle(); }",
                HEAD + """
                        @ContentType public class A extends Base {
                            public String getTitle() { return null; }
                            public void setTitle(String title) { }
                        }
                        """);

        assertThat(properties(model, "A")).containsExactly("title");
    }

    @Test
    void aProblemIsReportedOnceWhereThePropertyIsDeclared() {
        var problems = problemsOf(
                folder,
                HEAD + "public class Base { @Property public String getTitle() { return null; } }",
                HEAD + "@ContentType public class A extends Base {}",
                HEAD + "@ContentType public class B extends Base {}");

        assertThat(problems).extracting(Problem::subject).containsExactly("com.acme.Base#title");
    }

    @Test
    void aTypeKnowsItsContentSupertypesAndTheModulesOfAllSupertypes() {
        Path base = ModelJar.of(
                        HEAD + "@ContentType(name = \"Root\") public abstract class Base {}",
                        HEAD + "public interface Marked {}")
                .version("base", "1.0")
                .jar(folder.resolve("base.jar"));
        Path mixins = ModelJar.of("package com.mix; public interface Mixin {}")
                .version("mixins", "1.0")
                .jar(folder.resolve("mixins.jar"));
        Path site = ModelJar.of(
                        HEAD + "@ContentType public class Middle extends Base implements com.mix.Mixin {}",
                        HEAD + "public class Plain extends Middle {}",
                        HEAD + "@ContentType public class Leaf extends Plain implements Marked {}")
                .against(base, mixins)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));

        var leaf = type(Scans.clean(Scans.scan(site, base, mixins)), "Leaf");

        assertThat(leaf.superTypes()).containsExactly("Middle", "Root");
        assertThat(leaf.superModules()).containsExactly("base", "mixins");
    }
}
