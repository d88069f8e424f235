package dev.synchronizer.diff;

import static dev.synchronizer.diff.Diffs.compare;
import static dev.synchronizer.diff.Diffs.only;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C2: the state of every type and property, and why. */
class ModelComparisonTest {
    @Test
    void nothingStoredMakesEverythingNew() {
        ModelDiff diff = ModelComparison.compare(
                StoredModel.empty(), model(site("1.0", type("Article", text("teaser")))), Scope.everything());

        TypeDiff article = only(diff);
        assertThat(article.state()).isEqualTo(ChangeState.NEW);
        assertThat(article.reasons()).containsExactly(Reason.NO_STORED_TYPE);
        assertThat(article.properties())
                .extracting(PropertyDiff::name, PropertyDiff::state, PropertyDiff::reasons)
                .containsExactly(tuple("teaser", ChangeState.NEW, List.of(Reason.NO_STORED_PROPERTY)));
        assertThat(diff.modules()).extracting(ModuleDiff::state).containsExactly(ModuleState.NEW);
    }

    @Test
    void theSameModelIsIdentical() {
        ContentModel model = model(site("1.0", said(type("Article", text("teaser")), SettingKey.ORDER, 5)));

        TypeDiff article = only(compare(model, model));

        assertThat(article.state()).isEqualTo(ChangeState.IDENTICAL);
        assertThat(article.reasons()).isEmpty();
        assertThat(article.properties()).extracting(PropertyDiff::state).containsExactly(ChangeState.IDENTICAL);
    }

    @Test
    void aChangedSettingIsListedWithOldAndNew() {
        TypeDiff article = only(compare(
                model(site("1.0", type("Article", said(text("teaser"), SettingKey.PROMPT, "old")))),
                model(site("1.1", type("Article", said(text("teaser"), SettingKey.PROMPT, "new"))))));

        assertThat(article.state()).isEqualTo(ChangeState.UPDATED);
        assertThat(article.reasons()).containsExactly(Reason.PROPERTIES_CHANGED);
        PropertyDiff teaser = article.properties().get(0);
        assertThat(teaser.reasons()).containsExactly(Reason.SETTINGS_CHANGED);
        assertThat(teaser.settings())
                .extracting(c -> c.key(), c -> String.valueOf(c.from()), c -> String.valueOf(c.to()))
                .containsExactly(tuple(SettingKey.PROMPT, "old", "new"));
    }

    @Test
    void anOrphanThatWasKeptReturnsWhenItIsDeclaredAgain() {
        StoredModel committed = StoredModel.ofCommitted(model(site("1.0", type("Article"))));
        StoredType row = committed.types().get(0);
        StoredType marked = new StoredType(
                row.id(),
                row.guid(),
                row.name(),
                row.className(),
                row.module(),
                row.origin(),
                false,
                Instant.EPOCH,
                List.of());
        StoredModel stored = new StoredModel(2, committed.modules(), List.of(marked));

        TypeDiff diff = only(ModelComparison.compare(stored, model(site("1.0", type("Article"))), Scope.everything()));

        assertThat(diff.reasons()).containsExactly(Reason.RETURNED);
    }
}
