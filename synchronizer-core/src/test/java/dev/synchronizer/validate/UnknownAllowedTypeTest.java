package dev.synchronizer.validate;

import static dev.synchronizer.model.SettingKey.ALLOWED_CHILDREN;
import static dev.synchronizer.model.SettingKey.ALLOWED_PARENTS;
import static dev.synchronizer.model.SettingKey.ALLOWED_TYPES;
import static dev.synchronizer.validate.Fixture.findings;
import static dev.synchronizer.validate.Fixture.property;
import static dev.synchronizer.validate.Fixture.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.SettingValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** B6. */
class UnknownAllowedTypeTest {
    @Test
    void aClassThatIsNoContentTypeIsReportedAtItsProperty() {
        assertThat(findings(property("REFERENCE", ALLOWED_TYPES, List.of("Article", "com.acme.Plain", "Outer$Inner"))))
                .containsExactly(
                        "CT206 com.acme.Article#field: allowedTypes names Outer$Inner, which is no content type",
                        "CT206 com.acme.Article#field: allowedTypes names com.acme.Plain, which is no content type");
    }

    @Test
    void parentsAndChildrenAreLookedAtToo() {
        assertThat(findings(
                        type("Article", ALLOWED_PARENTS, SettingValue.list(List.of("java.lang.String"))),
                        type("Folder", ALLOWED_CHILDREN, SettingValue.list(List.of("java.lang.Long")))))
                .containsExactly(
                        "CT206 com.acme.Article: allowedParents names java.lang.String, which is no content type",
                        "CT206 com.acme.Folder: allowedChildren names java.lang.Long, which is no content type");
    }

    @Test
    void aTypeThatIsOnlyOnTheClassPathIsFine() {
        assertThat(findings(property("REFERENCE", ALLOWED_TYPES, List.of("TypeOfAnotherModule"))))
                .isEmpty();
    }

    @Test
    void aTypeWithAnInvalidNameIsReportedForItsNameAlone() {
        assertThat(findings(
                        type("Article", property("REFERENCE", ALLOWED_TYPES, List.of("com.x"))),
                        type("Other").withName("com.x")))
                .singleElement()
                .asString()
                .startsWith("CT204 com.acme.Other");
    }
}
