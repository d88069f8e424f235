package dev.synchronizer.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {
    @Test
    void noTypesAreNotAllTypes() {
        assertThatThrownBy(() -> Scope.everything().onlyTypes(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no type is named");
    }

    @Test
    void noPackagesAreNotAllPackages() {
        assertThatThrownBy(() -> Scope.everything().within(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no package is named");
    }

    @Test
    void aScanOfEverythingLiftsARestrictionToPackages() {
        Scope scope = Scope.everything().ofScan(List.of("com.acme"));

        assertThat(scope).isEqualTo(Scope.everything().within(List.of("com.acme")));
        assertThat(scope.ofScan(List.of())).isEqualTo(Scope.everything());
    }

    @Test
    void aPackageCoversThoseBelowItAndNoneThatOnlyBeginsLikeIt() {
        Scope scope = Scope.everything().within(List.of("com.acme"));

        assertThat(scope.covers("com.acme.pages.Article")).isTrue();
        assertThat(scope.covers("com.acmes.Article")).isFalse();
        assertThat(scope.covers(null)).isTrue();
    }
}
