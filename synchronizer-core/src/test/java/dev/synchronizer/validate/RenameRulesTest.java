package dev.synchronizer.validate;

import static dev.synchronizer.validate.Fixture.extending;
import static dev.synchronizer.validate.Fixture.findings;
import static dev.synchronizer.validate.Fixture.renamed;
import static dev.synchronizer.validate.Fixture.text;
import static dev.synchronizer.validate.Fixture.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.PropertyModel;
import org.junit.jupiter.api.Test;

/** B9. */
class RenameRulesTest {
    @Test
    void aTypeIsNotRenamedFromANameThatAnotherTypeHas() {
        assertThat(findings(renamed(type("News"), "Article"), type("Article")))
                .containsExactly(
                        "CT209 com.acme.News: News (com.acme.News in site) is declared as renamed from Article,"
                                + " which is still the name of com.acme.Article in site");
    }

    @Test
    void aTypeIsNotRenamedFromItsOwnName() {
        assertThat(findings(renamed(type("News"), "News")))
                .containsExactly(
                        "CT209 com.acme.News: News (com.acme.News in site) is declared as renamed from its own name");
    }

    @Test
    void twoTypesAreNotRenamedFromOneName() {
        assertThat(findings(renamed(type("News"), "Old"), renamed(type("Essay"), "Older", "Old")))
                .containsExactly("CT209 com.acme.Essay: renamed from Old is declared of Essay (com.acme.Essay in site)"
                        + " and News (com.acme.News in site)");
    }

    @Test
    void aRenameFromNamesThatAreGoneIsFine() {
        assertThat(findings(renamed(type("News", renamed(text("headline"), "caption", "title")), "Post", "Entry")))
                .isEmpty();
    }

    @Test
    void aPropertyIsNotRenamedFromOneThatItsTypeStillHas() {
        assertThat(findings(type("Article", renamed(text("headline"), "title"), text("title"))))
                .containsExactly(
                        "CT209 com.acme.Article#headline: headline (com.acme.Article) is declared as renamed from"
                                + " title, which is still declared in com.acme.Article");
    }

    @Test
    void aPropertyIsNotRenamedFromItsOwnName() {
        assertThat(findings(type("Article", renamed(text("title"), "title"))))
                .containsExactly(
                        "CT209 com.acme.Article#title: title (com.acme.Article) is declared as renamed from its own"
                                + " name");
    }

    @Test
    void twoPropertiesOfATypeAreNotRenamedFromOneName() {
        assertThat(findings(type("Article", renamed(text("a"), "old"), renamed(text("b"), "old"))))
                .containsExactly("CT209 com.acme.Article#a: renamed from old is declared of a (com.acme.Article)"
                        + " and b (com.acme.Article)");
    }

    @Test
    void twoTypesMayEachRenameAPropertyFromOneName() {
        assertThat(findings(
                        type("Article", renamed(text("a"), "old")),
                        type("News", renamed(text("a", "News"), "old"), text("b", "News"))))
                .isEmpty();
    }

    @Test
    void aClashWithASubtypesPropertyNamesThatTypeAndIsReportedOnce() {
        PropertyModel inherited = renamed(text("headline", "Page"), "title");
        PropertyModel own = text("title", "Article");
        assertThat(findings(
                        type("Page", inherited),
                        extending("Page", type("Article", inherited, own)),
                        extending("Article", type("News", inherited, own))))
                .containsExactly("CT209 com.acme.Article#headline: headline (com.acme.Page) is declared as renamed from"
                        + " title, which is still declared in com.acme.Article, in the type Article");
    }
}
