package dev.synchronizer.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.fixtures.MemoryStore;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ChangeRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store and this node's readers are told of what administrators do. */
class OverridesTest {
    private static final Address BANNER = Address.ofType("Banner");
    private static final Address TEXT = Address.ofProperty("Banner", "text");

    private final Clock clock = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);
    private final MemoryStore store = new MemoryStore();
    private final List<Long> told = new ArrayList<>();
    private final Overrides overrides = new Overrides(store, clock, KnownNames.none(), asked -> Map.of(), told::add);
    private final Definitions definitions =
            new Definitions(store, clock, KnownNames.none(), asked -> Map.of(), (what, done, total) -> {}, told::add);

    @BeforeEach
    void define() {
        definitions.define(
                "Ada", Definition.of("Banner").withKind(ContentKind.BLOCK).withProperty("text", "STRING"));
    }

    @Test
    void readersOfThisNodeAreToldOfEveryChangeOnceItIsCommittedAndOfNothingElse() {
        overrides.set("Ada", TEXT, NewSettings.none().with("required", true).with("order", 3));
        overrides.set("Ada", TEXT, NewSettings.none().with("order", 3));
        overrides.planRevert(RevertScope.everything());
        overrides.revert("Ada", RevertScope.at(TEXT));
        overrides.revert("Ada", RevertScope.at(TEXT));
        definitions.define("Ada", Definition.of("Banner").withProperty("text", "STRING"));
        definitions.undefine("Ada", BANNER);

        assertThat(told).containsExactly(2L, 4L, 6L, 8L);
    }

    @Test
    void nobodyIsToldOfWhatIsRefused() {
        assertThatThrownBy(() -> overrides.set("Ada", TEXT, NewSettings.none().with("order", "x")))
                .isInstanceOf(ProblemsException.class);
        assertThatThrownBy(() -> definitions.undefine("Ada", Address.ofType("Other")))
                .isInstanceOf(ProblemsException.class);

        assertThat(told).containsExactly(2L);
    }

    @Test
    void historyHoldsOneRecordForEachSettingWithItsValuesAsJson() {
        overrides.set("Ada", TEXT, NewSettings.none().with("required", true).withNothing("prompt"));
        overrides.set("Bob", BANNER, NewSettings.none().with("access", List.of("b", "a")));
        overrides.set("Bob", TEXT, NewSettings.none().with("required", false));
        overrides.revert("Cid", RevertScope.everything());

        assertThat(store.changesAfter(2, 100))
                .extracting(
                        ChangeRecord::actor,
                        ChangeRecord::kind,
                        ChangeRecord::property,
                        ChangeRecord::setting,
                        ChangeRecord::before,
                        ChangeRecord::after)
                .containsExactly(
                        tuple("Ada", ChangeRecord.Kind.SET, "text", "prompt", null, "null"),
                        tuple("Ada", ChangeRecord.Kind.SET, "text", "required", null, "true"),
                        tuple("Bob", ChangeRecord.Kind.SET, null, "access", null, "[\"a\",\"b\"]"),
                        tuple("Bob", ChangeRecord.Kind.SET, "text", "required", "true", "false"),
                        tuple("Cid", ChangeRecord.Kind.REVERT, null, "access", "[\"a\",\"b\"]", null),
                        tuple("Cid", ChangeRecord.Kind.REVERT, "text", "prompt", "null", null),
                        tuple("Cid", ChangeRecord.Kind.REVERT, "text", "required", "false", null));
    }

    @Test
    void historyHoldsOneRecordForEachDefinitionWithWhatIsSaidOfIt() {
        definitions.define(
                "Bob",
                Definition.of("Banner")
                        .withProperty(new PropertyDefinition(
                                "text", "TEXT", NewSettings.none().with("maxLength", 9))));
        definitions.undefine("Cid", TEXT);

        assertThat(store.changesAfter(0, 100))
                .extracting(
                        ChangeRecord::actor,
                        ChangeRecord::kind,
                        ChangeRecord::property,
                        ChangeRecord::before,
                        ChangeRecord::after)
                .containsExactly(
                        tuple("Ada", ChangeRecord.Kind.DEFINE, null, null, "{\"kind\":\"BLOCK\"}"),
                        tuple("Ada", ChangeRecord.Kind.DEFINE, "text", null, "{\"dataType\":\"STRING\"}"),
                        tuple(
                                "Bob",
                                ChangeRecord.Kind.DEFINE,
                                "text",
                                "{\"dataType\":\"STRING\"}",
                                "{\"dataType\":\"TEXT\",\"maxLength\":9}"),
                        tuple(
                                "Cid",
                                ChangeRecord.Kind.UNDEFINE,
                                "text",
                                "{\"dataType\":\"TEXT\",\"maxLength\":9}",
                                null));
    }

    @Test
    void savingASettingLeavesTheRevisionAloneAndDefiningRaisesIt() {
        long revision = store.load().revision();

        overrides.set("Ada", TEXT, NewSettings.none().with("order", 3));
        assertThat(store.load().revision()).isEqualTo(revision);

        definitions.define("Ada", Definition.of("Banner").withProperty("link", "URI"));
        assertThat(store.load().revision()).isEqualTo(revision + 1);
    }

    @Test
    void aDefinitionThatOnlySavesSettingsLeavesTheRevisionAloneToo() {
        long revision = store.load().revision();

        DefinedType defined = definitions.define(
                "Ada", Definition.of("Banner").withSettings(NewSettings.none().with("displayName", "Advertisement")));

        assertThat(defined.isWritten()).isTrue();
        assertThat(store.load().revision()).isEqualTo(revision);
    }

    @Test
    void textsAreReadByTheKindOfTheirSettings() {
        overrides.set(
                "Ada",
                BANNER,
                NewSettings.ofTexts(Map.of(
                        "order", "+07", "access", " b , a,b", "displayName", " 5 ", "availableInEditMode", "false")));

        assertThat(store.load().overrides())
                .extracting(override -> override.setting(), override -> override.value())
                .containsExactly(
                        tuple("access", SettingValue.set(List.of("a", "b"))),
                        tuple("availableInEditMode", SettingValue.of(false)),
                        tuple("displayName", SettingValue.of(" 5 ")),
                        tuple("order", SettingValue.of(7)));
    }

    @Test
    void noCallIsAboutNothing() {
        assertThatThrownBy(() -> overrides.set("Ada", BANNER, NewSettings.none()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(RevertScope::at).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySettingThatCanBeOverriddenHasALimitThatAStoreCanHold() {
        for (SettingKey key : SettingKey.values()) {
            assertThat(key.maxLength()).as(key.label()).isBetween(255, 10_000);
        }
    }
}
