package dev.synchronizer.validate;

import static dev.synchronizer.model.SettingKey.LOCKED;
import static dev.synchronizer.model.SettingKey.MAX_LENGTH;
import static dev.synchronizer.model.SettingKey.REPLACED_BY;
import static dev.synchronizer.validate.Fixture.extending;
import static dev.synchronizer.validate.Fixture.findings;
import static dev.synchronizer.validate.Fixture.line;
import static dev.synchronizer.validate.Fixture.property;
import static dev.synchronizer.validate.Fixture.site;
import static dev.synchronizer.validate.Fixture.suppressing;
import static dev.synchronizer.validate.Fixture.text;
import static dev.synchronizer.validate.Fixture.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Locks, successors and suppressions (B11, E4, F3). */
class AdviceTest {
    private static final String LOCK = "CT211 com.acme.Article#field: locked names \"nothing\", which is no setting";

    @Test
    void aLockOnWhatNobodyCanOverrideIsAWarning() {
        Validation validation = ModelValidator.validate(site(type(
                "Article",
                LOCKED,
                SettingValue.list(List.of("guid", "icon", "prompt", "displayname")),
                property("STRING", LOCKED, List.of("prompt", "icon")))));
        assertThat(validation.problems().asList())
                .extracting(Fixture::line)
                .containsExactly(
                        "CT211 com.acme.Article: locked names \"displayname\", which is no setting",
                        "CT211 com.acme.Article: locked names \"guid\", which is a setting that can never be overridden",
                        "CT211 com.acme.Article: locked names \"prompt\", which is no setting of types",
                        "CT211 com.acme.Article#field: locked names \"icon\", which is no setting of properties");
        assertThat(validation.problems().stream()).allMatch(problem -> problem.severity() == Severity.WARNING);
    }

    @Test
    void aStarLocksEverything() {
        assertThat(findings(type(
                        "Article", LOCKED, SettingValue.list(List.of("*")), property("STRING", LOCKED, List.of("*")))))
                .isEmpty();
    }

    @Test
    void aSuccessorIsAnotherPropertyOfTheType() {
        assertThat(findings(type("Article", property("STRING", REPLACED_BY, "fresh"))))
                .containsExactly(
                        "CT212 com.acme.Article#field: field is declared as replaced by fresh, which is no property");
        assertThat(findings(type("Article", property("STRING", REPLACED_BY, "fresh"), text("fresh"))))
                .isEmpty();
    }

    @Test
    void successionNeverLeadsBack() {
        PropertyModel first = property("STRING", REPLACED_BY, "b").withName("a");
        PropertyModel second = property("STRING", REPLACED_BY, "a").withName("b");
        PropertyModel before = property("STRING", REPLACED_BY, "a").withName("c");
        assertThat(findings(type("Article", property("STRING", REPLACED_BY, "field"))))
                .containsExactly(
                        "CT212 com.acme.Article#field: field is declared as replaced by field, which leads back to field");
        assertThat(findings(type("Article", first, second, before)))
                .containsExactly(
                        "CT212 com.acme.Article#a: a is declared as replaced by b, which leads back to a",
                        "CT212 com.acme.Article#b: b is declared as replaced by a, which leads back to b");
    }

    @Test
    void aSuccessorThatOnlySomeSubtypesHaveIsReportedForTheOthers() {
        PropertyModel inherited = new PropertyModel("old", property("STRING").type(), "com.acme.Plain")
                .withSettings(property("STRING", REPLACED_BY, "fresh").settings());
        TypeModel lacking = type("News", inherited);
        assertThat(findings(
                        type("Article", inherited, text("fresh")),
                        lacking,
                        extending("News", type("Essay", inherited))))
                .containsExactly("CT212 com.acme.Plain#old: old is declared as replaced by fresh, which is no property,"
                        + " in the type News");
    }

    @Test
    void suppressingAnErrorOrNothingKnownIsAWarning() {
        assertThat(findings(suppressing(type("Article", suppressing(text("title"), "CT211")), "CT204", "CT999")))
                .containsExactly(
                        "CT213 com.acme.Article: @Suppress names \"CT204\", which is an error, and errors cannot be"
                                + " suppressed",
                        "CT213 com.acme.Article: @Suppress names \"CT999\", which is no code");
    }

    @Test
    void aWarningIsSuppressedAtItsProperty() {
        PropertyModel property = property("STRING", LOCKED, List.of("nothing"));
        Validation open = ModelValidator.validate(site(type("Article", property)));
        Validation accepted = ModelValidator.validate(site(type("Article", suppressing(property, "CT211"))));
        assertThat(open.problems().asList()).extracting(Fixture::line).containsExactly(LOCK);
        assertThat(open.suppressed().isEmpty()).isTrue();
        assertThat(accepted.problems().isEmpty()).isTrue();
        assertThat(accepted.suppressed().asList()).extracting(Fixture::line).containsExactly(LOCK);
    }

    @Test
    void aTypeSuppressesForThePropertiesThatItDeclaresAndForNoOthers() {
        PropertyModel own = property("STRING", LOCKED, List.of("nothing"));
        PropertyModel inherited = new PropertyModel("old", own.type(), "com.acme.Plain").withSettings(own.settings());
        Validation validation = ModelValidator.validate(site(suppressing(type("Article", own, inherited), "CT211")));
        assertThat(validation.suppressed().asList()).extracting(Fixture::line).containsExactly(LOCK);
        assertThat(validation.problems().asList())
                .extracting(problem -> line(problem))
                .containsExactly("CT211 com.acme.Plain#old: locked names \"nothing\", which is no setting");
    }

    @Test
    void anotherCodeSuppressesNothing() {
        assertThat(findings(suppressing(property("STRING", LOCKED, List.of("nothing")), "CT213")))
                .containsExactly(LOCK);
    }

    @Test
    void anErrorStandsWhateverIsSuppressed() {
        assertThat(findings(suppressing(property("BOOLEAN", MAX_LENGTH, 4), "CT210", "CT213")))
                .containsExactly("CT210 com.acme.Article#field: maxLength does not apply to the data type BOOLEAN");
    }
}
