package dev.synchronizer.validate;

import static dev.synchronizer.validate.Fixture.findings;
import static dev.synchronizer.validate.Fixture.module;
import static dev.synchronizer.validate.Fixture.renamed;
import static dev.synchronizer.validate.Fixture.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B1, B2 and B3. */
class IdentityRulesTest {
    private static final String GUID = "0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a";

    @Test
    void oneGuidOnTwoTypesIsReportedOnceWithBothTypesTheirClassesAndModules() {
        ContentModel model = ContentModel.of(
                module("news", type("News").withGuid(GUID.toUpperCase(java.util.Locale.ROOT))),
                module("base", type("Article").withGuid(GUID)));
        assertThat(findings(model))
                .containsExactly("CT201 com.acme.Article: the GUID " + GUID
                        + " belongs to Article (com.acme.Article in base) and News (com.acme.News in news)");
    }

    @Test
    void threeTypesWithOneGuidAreOneProblem() {
        assertThat(findings(
                        type("A").withGuid(GUID),
                        type("B").withGuid(GUID),
                        type("C").withGuid(GUID)))
                .singleElement()
                .asString()
                .contains("A (com.acme.A in site), B (com.acme.B in site) and C (com.acme.C in site)");
    }

    @Test
    void aDeclaredGuidMayNotBeTheOneThatAnotherTypeDerivesFromItsOldestName() {
        String derived = TypeGuid.derive("Oldest").toString();
        assertThat(findings(type("Article").withGuid(derived), renamed(type("News"), "Oldest", "Old")))
                .containsExactly("CT201 com.acme.Article: the GUID " + derived
                        + " belongs to Article (com.acme.Article in site) and News (com.acme.News in site), for"
                        + " which it is derived from its oldest name");
    }

    @Test
    void aTypeMayDeclareTheGuidItWouldDerive() {
        assertThat(findings(type("Article").withGuid(TypeGuid.derive("Article").toString()), type("News")))
                .isEmpty();
    }

    @Test
    void oneNameInTwoPackagesAndModulesIsReportedWithBoth() {
        ContentModel model = ContentModel.of(
                module("base", type("Article")),
                module("news", type("Article").withClassName("com.other.Article"), type("News")));
        assertThat(findings(model))
                .containsExactly("CT202 com.acme.Article: the name Article belongs to com.acme.Article in base"
                        + " and com.other.Article in news");
    }

    @Test
    void typeNamesMayDifferInCaseOnly() {
        assertThat(findings(type("Article"), type("ARTICLE"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-a-uuid",
                "1-1-1-1-1",
                "0a7e1c528d2f4a539f0e3b1f6d2c4e5a",
                "{0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a}",
                " 0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a"
            })
    void aGuidOfAnotherFormIsReportedAsItIsWritten(String guid) {
        assertThat(findings(type("Article").withGuid(guid)))
                .containsExactly("CT203 com.acme.Article: the GUID \"" + guid + "\" of the type Article is not a UUID");
    }

    @Test
    void anEmptyGuidSaysNothing() {
        List<TypeModel> types =
                List.of(type("Article").withGuid(""), type("News").withGuid(""));
        assertThat(findings(types.get(0), types.get(1))).isEmpty();
    }
}
