package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.article;
import static dev.synchronizer.behaviour.Ruled.refused;
import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.rule.Rule;
import dev.synchronizer.settings.KeptRule;
import dev.synchronizer.settings.Rules;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A rule that a newer release wrote, or that was damaged, is nobody's trouble but that of what it is for (G6). */
class G6UnreadableRulesTest {
    private static final String OF_ARTICLES =
            "{\"name\":\"r\",\"store\":\"main\",\"types\":[\"Article\"],\"order\":0,\"enabled\":true,\"condition\":\"\","
                    + "\"actions\":[{\"do\":\"teleport\"}]}";

    @TempDir
    Path folder;

    private Site start(Product product, Rule rule, String definition) {
        try (Site site = Site.start(product, Ruled.models(folder))) {
            save(site, rule);
            Rows.execute(site.database(), "update ct_rule set definition = '" + definition + "'");
            return site.another(Ruled.models(folder));
        }
    }

    @OnEveryDatabase
    void itHoldsUpTheSavesOfItsTypesWithTheWayOutAndNoOthers(Product product) {
        try (Site site = start(product, rule("r", "", "clear teaser"), OF_ARTICLES)) {
            assertThat(refused(() -> article(site, "x")))
                    .containsExactly("UNREADABLE_RULE rule r: it is for items of the type Article, and cannot be read:"
                            + " actions, position 1 has do \"teleport\"");
            assertThatThrownBy(() -> article(site, "x"))
                    .hasMessageContaining("rules disable r")
                    .hasMessageContaining("rules remove r");
            assertThat(site.create("Page", "P").revision()).isEqualTo(1);

            site.synchronizer().rules().disable("Grace", "r");
            assertThat(article(site, "x").revision()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whereNotEvenItsTypesCanBeReadItHoldsUpAllSaves(Product product) {
        try (Site site = start(product, rule("r", "", "clear teaser"), "{\"name\":")) {
            assertThat(refused(() -> site.create("Page", "P")))
                    .singleElement()
                    .asString()
                    .startsWith("UNREADABLE_RULE rule r: it is for items of whatever type, and cannot be read: it is no"
                            + " JSON, or ends too early");
            site.synchronizer().rules().remove("Grace", "r");
            assertThat(site.create("Page", "P").revision()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void ofAnotherStoreItIsNoneOfOurs(Product product) {
        Rule elsewhere = Ruled.of(rule("r", "", "clear teaser"), "archive", "Article");
        try (Site site = start(product, elsewhere, "{}")) {
            assertThat(article(site, "x").revision()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void itIsShownAndSwitchedOffAndRemovedAndReplacedAndNotSwitchedOn(Product product) {
        try (Site site = start(product, rule("r", 7, "", "clear teaser"), OF_ARTICLES)) {
            save(site, rule("s", "", "set views=1"));
            Rules rules = site.synchronizer().rules();

            assertThat(rules.list()).extracting(KeptRule::name).containsExactly("s", "r");
            KeptRule kept = rules.get("r");
            assertThat(kept.isReadable()).isFalse();
            assertThat(kept.known().order()).isEqualTo(7);
            assertThat(refused(kept::rule))
                    .containsExactly(
                            "UNREADABLE_RULE rule r: it cannot be read: actions, position 1 has do \"teleport\"");
            assertThat(refused(() -> rules.enable("Grace", "r"))).hasSize(1);

            assertThat(rules.disable("Grace", "r").isChange()).isTrue();
            assertThat(rules.disable("Grace", "r").isChange()).isFalse();
            assertThat(rules.get("r").known().enabled()).isFalse();
            assertThat(rules.get("r").known().definition()).isEqualTo(OF_ARTICLES);
            assertThat(refused(() -> rules.enable("Grace", "r")))
                    .singleElement()
                    .asString()
                    .startsWith("UNREADABLE_RULE");
            assertThat(rules.save("Grace", rule("r", "", "set teaser=new")).isChange())
                    .isTrue();
            assertThat(article(site, "x").get("teaser")).contains("new");
            assertThat(rules.remove("Grace", "r").isChange()).isTrue();
        }
    }

    @OnEveryDatabase
    void whatTheRowSaysOfStoreAndOrderAndStateHolds(Product product) {
        try (Site site = start(product, rule("r", "", "set teaser=new"), OF_ARTICLES.replace("teleport", "veto"))) {
            site.synchronizer().rules().disable("Grace", "r");
            Rows.execute(
                    site.database(),
                    "update ct_rule set definition = '"
                            + OF_ARTICLES.replace("{\"do\":\"teleport\"}", "{\"do\":\"clear\",\"property\":\"teaser\"}")
                            + "'");
            Rule read = site.synchronizer().rules().get("r").rule();
            assertThat(read.enabled())
                    .as("as it was switched off while it could not be read")
                    .isFalse();
        }
    }
}
