package dev.synchronizer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.problem.ProblemsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"Article", "Article.teaser", "Article.teaser.required", "Article..displayName"})
    void givesBackTheTextThatItWasReadFrom(String text) {
        assertThat(Address.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", ".teaser", "Article.", "Article..", "Article.teaser.", "Article.teaser.required.x"
            })
    void refusesWhatNamesNothing(String text) {
        assertThatThrownBy(() -> Address.parse(text))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("CT601")
                .hasMessageContaining('"' + text + '"');
    }

    @Test
    void aNameThatNoPropertyHasIsTheTypesOwnSetting() {
        Address address = Address.parse("Article.displayName");

        assertThat(address.resolve(name -> false)).isEqualTo(new Address("Article", null, "displayName"));
        assertThat(address.resolve(name -> name.equals("displayName"))).isEqualTo(address);
    }

    @Test
    void aNameThatIsNeitherStaysAProperty() {
        assertThat(Address.parse("Article.tesaer").resolve(name -> false).property())
                .isEqualTo("tesaer");
        assertThat(Address.parse("Article.required").resolve(name -> false).property())
                .as("required is no setting of types")
                .isEqualTo("required");
    }

    @Test
    void anEmptyPropertyAlwaysMeansTheTypeItself() {
        Address address = Address.parse("Article..displayName").resolve(name -> true);

        assertThat(address.property()).isNull();
        assertThat(address.scope()).isEqualTo(SettingKey.Scope.TYPE);
        assertThat(address.owner()).isEqualTo(Address.ofType("Article"));
    }
}
