package dev.synchronizer.validate;

import static dev.synchronizer.validate.Fixture.extending;
import static dev.synchronizer.validate.Fixture.findings;
import static dev.synchronizer.validate.Fixture.renamed;
import static dev.synchronizer.validate.Fixture.text;
import static dev.synchronizer.validate.Fixture.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.TypeModel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B4 and B5. */
class NameRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"2nd", "my-type", "a b", "Überschrift", "a.b", "a$b", "x\n"})
    void aNameThatIsNoPlainIdentifierIsRefusedOnTypesAndProperties(String name) {
        TypeModel type = type("Article", text(name)).withName(name);
        assertThat(findings(type)).hasSize(2).allMatch(finding -> finding.startsWith("CT204 com.acme.Article"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "_9", "Article", "id", "class", "name", "snake_case"})
    void noOrdinaryNameIsReserved(String name) {
        assertThat(findings(type("Article", text(name)).withName(name))).isEmpty();
    }

    @Test
    void aNameHas255CharactersAtMost() {
        assertThat(findings(type("Article", text("a".repeat(255))))).isEmpty();
        assertThat(findings(type("Article", text("a".repeat(256)))))
                .singleElement()
                .asString()
                .endsWith(" has 256 characters, and 255 at most are allowed");
    }

    @Test
    void anEmptyNameSaysSo() {
        assertThat(findings(type("Article").withName("")))
                .containsExactly("CT204 com.acme.Article: the type's name is empty");
    }

    @Test
    void aFormerNameMustBeOneThatCouldHaveBeenStored() {
        assertThat(findings(renamed(type("Article", renamed(text("title"), "the title")), "Old-Article")))
                .containsExactly(
                        "CT204 com.acme.Article: the type's former name \"Old-Article\" does not consist of ASCII letters,"
                                + " digits and underscores, beginning with no digit",
                        "CT204 com.acme.Article#title: the property's former name \"the title\" does not consist of"
                                + " ASCII letters, digits and underscores, beginning with no digit");
    }

    @Test
    void twoPropertiesOfAClassThatDifferInCaseAreReportedAtThatClass() {
        assertThat(findings(type("Article", text("title"), text("Title"))))
                .containsExactly("CT205 com.acme.Article#Title: Title (com.acme.Article) and title (com.acme.Article)"
                        + " have names that differ only in case");
    }

    @Test
    void twoPropertiesOfOneNameAreReported() {
        assertThat(findings(type("Article", text("title"), text("title"))))
                .containsExactly("CT205 com.acme.Article#title: one name belongs to the properties"
                        + " title (com.acme.Article) and title (com.acme.Article)");
    }

    @Test
    void aClashWithAnInheritedPropertyNamesTheTypeAndBothClassesOnceForAllItsSubtypes() {
        PropertyModel inherited = text("title", "Page");
        PropertyModel own = text("TITLE", "Article");
        assertThat(findings(
                        type("Page", inherited),
                        extending("Page", type("Article", inherited, own)),
                        extending("Article", type("News", inherited, own)),
                        extending("Article", type("Essay", inherited, own))))
                .containsExactly("CT205 com.acme.Article#TITLE: TITLE (com.acme.Article) and title (com.acme.Page)"
                        + " have names that differ only in case, in the type Article");
    }

    @Test
    void aClashWithinAPlainSuperclassIsReportedOnceWithSomeOfItsTypes() {
        TypeModel[] types = IntStream.range(0, 40)
                .mapToObj(i -> type("T" + i, text("title", "Plain"), text("Title", "Plain")))
                .toArray(TypeModel[]::new);
        assertThat(findings(types))
                .containsExactly("CT205 com.acme.Plain#Title: Title (com.acme.Plain) and title (com.acme.Plain)"
                        + " have names that differ only in case, in the types T0, T1, T10 and 37 more");
    }

    @Test
    void propertiesOfDifferentTypesNeverClash() {
        assertThat(findings(type("Article", text("title")), type("News", text("Title", "News"))))
                .isEmpty();
    }
}
