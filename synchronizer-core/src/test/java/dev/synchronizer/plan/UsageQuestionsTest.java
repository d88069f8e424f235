package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.number;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static dev.synchronizer.plan.Plans.committed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.TypeModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageQuestionsTest {
    private static final StoredModel STORED =
            committed(site("1.0", type("Article", text("body"), text("teaser")), type("Person", text("name"))));

    @Test
    void nothingIsAskedOfTypesThatDoNotChange() {
        assertThat(questions(type("Article", text("body"), text("teaser")), type("Person", text("name")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void nothingIsAskedOfChangesThatHarmNothing() {
        assertThat(questions(
                                type(
                                        "Article",
                                        text("body"),
                                        text("new"),
                                        said(text("teaser"), SettingKey.PROMPT, "?")),
                                type("Person", text("name")),
                                type("New", text("name")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void ofAnOrphanedTypeItsItemsAndAllTheirValuesAreAsked() {
        UsageQuestions questions = questions(type("Person", text("name")));

        assertThat(questions.types())
                .extracting(each -> each.address().toString())
                .containsExactly("Article");
        assertThat(addresses(questions)).containsExactly("Article.body", "Article.teaser");
    }

    @Test
    void ofAnOrphanedPropertyItsValuesAreAsked() {
        UsageQuestions questions = questions(type("Article", text("body")), type("Person", text("name")));

        assertThat(questions.types()).isEmpty();
        assertThat(addresses(questions)).containsExactly("Article.teaser");
    }

    @Test
    void ofAnotherDataTypeItIsAskedWhatDoesNotConvertUnlessAllDoes() {
        assertThat(asked(number("teaser")))
                .extracting(UsageQuestions.OfProperty::checks, UsageQuestions.OfProperty::after)
                .containsExactly(tuple(Set.of(SettingKey.DATA_TYPE), PropertyType.single(DataType.INTEGER)));
        assertThat(asked(text("teaser").withType(PropertyType.single(DataType.TEXT))))
                .extracting(UsageQuestions.OfProperty::checks)
                .containsExactly(Set.of());
    }

    @Test
    void ofATighterRuleItIsAskedWhatDoesNotKeepIt() {
        assertThat(asked(said(said(text("teaser"), SettingKey.MIN_LENGTH, 3), SettingKey.PATTERN, "a+")))
                .extracting(UsageQuestions.OfProperty::checks, UsageQuestions.OfProperty::before)
                .containsExactly(
                        tuple(Set.of(SettingKey.MIN_LENGTH, SettingKey.PATTERN), PropertyType.single(DataType.STRING)));
    }

    @Test
    void ofARequiredPropertyItIsAskedWhatLacksIt() {
        assertThat(asked(said(text("teaser"), SettingKey.REQUIRED, true)))
                .extracting(UsageQuestions.OfProperty::lacking)
                .containsExactly(true);
    }

    @Test
    void ofABlockTheValuesThatEmbedItAreAsked() {
        StoredModel stored =
                committed(site("1.0", type("Page", block("teaser", "Teaser")), block(type("Teaser", text("title")))));

        UsageQuestions questions = questions(
                stored,
                model(site(
                        "1.1",
                        type("Page", block("teaser", "Teaser")),
                        block(type("Teaser", text("title"), said(text("link"), SettingKey.REQUIRED, true))))));

        assertThat(addresses(questions)).containsExactly("Page.teaser");
    }

    private static List<UsageQuestions.OfProperty> asked(PropertyModel teaser) {
        return questions(type("Article", text("body"), teaser), type("Person", text("name")))
                .properties();
    }

    private static List<String> addresses(UsageQuestions questions) {
        return questions.properties().stream()
                .map(each -> each.address().toString())
                .toList();
    }

    private static UsageQuestions questions(TypeModel... types) {
        return questions(STORED, model(site("1.1", types)));
    }

    private static UsageQuestions questions(StoredModel stored, ContentModel code) {
        return UsageQuestions.of(ModelComparison.compare(stored, code, Scope.everything()));
    }
}
