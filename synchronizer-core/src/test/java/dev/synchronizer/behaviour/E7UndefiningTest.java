package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.settings.Undefined;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** E7: administrators delete what they made, unless something needs it. */
class E7UndefiningTest {
    private static final NewSettings NONE = NewSettings.none();

    @TempDir
    Path folder;

    @OnEveryDatabase
    void aBlockIsEmbeddedWithItsNameAndNotDeletedWhileItIs(Product product) {
        Desk ada = Desk.withBlock(product);

        assertThat(ada.stored("Page").property("teaser").orElseThrow().ownType())
                .hasToString("LIST<BLOCK<Teaser>>");
        assertThat(ada.stored("Page").property("teaser").orElseThrow().dataType())
                .isEqualTo("LIST<BLOCK>");
        assertThat(refused(() -> ada.undefine("Teaser")))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.STILL_IN_USE,
                        "Teaser is still in use by Page.link (allowedTypes), Page.teaser (LIST<BLOCK<Teaser>>)"));

        ada.undefine("Page.teaser");
        ada.undefine("Page.link");
        assertThat(ada.undefine("Teaser").isWritten()).isTrue();
    }

    @OnEveryDatabase
    void whatIsDeletedTakesItsOverridesAlongAndSaysSo(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Banner").withProperty("text", "STRING").withProperty("note", "STRING"));
        ada.set("Banner", "displayName", "Advertisement");
        ada.set("Banner.text", NONE.with("required", true).with("prompt", "Loud"));
        ada.set("Banner.note", "order", "3");
        long changes = ada.node().count("ct_change");

        Undefined text = ada.undefine("Banner.text");
        Undefined banner = ada.undefine("Banner");

        assertThat(Desk.addresses(text.overrides())).containsExactly("Banner.text.prompt", "Banner.text.required");
        assertThat(Desk.addresses(banner.overrides())).containsExactly("Banner..displayName", "Banner.note.order");
        assertThat(banner.parts())
                .extracting(part -> part.address().toString())
                .containsExactly("Banner", "Banner.note");
        assertThat(ada.node().count("ct_override")).isZero();
        assertThat(ada.node().count("ct_type")).isZero();
        assertThat(ada.node().count("ct_property")).isZero();
        assertThat(ada.node().count("ct_change")).isEqualTo(changes + 7);
    }

    @OnEveryDatabase
    void whatCodeAdoptedIsKeptUntilCodeGivesItBack(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Banner").withProperty("text", "STRING").withProperty("note", "STRING"));
        ada.set("Banner.text", "required", "true");
        ada.node().start(site("1.0", type("Banner", "text")));

        assertThat(refused(() -> ada.undefine("Banner")))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.DECLARED_IN_CODE, "class com.acme.Banner declares Banner since it adopted it"));
        assertThat(refused(() -> ada.undefine("Banner.text")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.DECLARED_IN_CODE);
        assertThat(ada.overrides()).as("nothing that was saved is lost").hasSize(1);

        ada.node().start(site("1.1", type("Other")));
        assertThat(ada.overrides()).hasSize(1);
        assertThat(ada.undefine("Banner").overrides()).hasSize(1);
    }

    @OnEveryDatabase
    void whatCodeLeftOutOfUseAtATypeThatWentBackIsNeitherDefinedNorDeleted(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        Node keeping =
                ada.node().with(builder -> builder.policy(Policy.standard().withOrphans(new OrphanPolicy.Keep())));
        ada.define(Definition.of("Banner").withProperty("text", "STRING"));
        keeping.start(site("1.0", type("Banner", "text", "added")));
        keeping.start(site("1.1", type("Other")));

        assertThat(refused(() -> ada.define(Definition.of("Banner").withProperty("added", "TEXT"))))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.DECLARED_IN_CODE, "code declared, until it was kept out of use, Banner.added"));
        assertThat(refused(() -> ada.undefine("Banner.added")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.OUT_OF_USE);
        assertThat(ada.undefine("Banner").parts()).hasSize(3);
    }

    @OnEveryDatabase
    void aPropertyThatSucceedsAnotherIsKept(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Banner")
                .withProperty(new PropertyDefinition("old", "STRING", NONE.with("replacedBy", "text")))
                .withProperty("text", "STRING"));

        assertThat(refused(() -> ada.undefine("Banner.text")))
                .extracting(Problem::message)
                .containsExactly("Banner.text is still in use by Banner.old (replacedBy)");
    }

    @OnEveryDatabase
    void whatDoesNotExistCannotBeDeleted(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        assertThat(refused(() -> ada.undefine("Banner")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NO_STORE);
        ada.define(Definition.of("Banner"));

        assertThat(refused(() -> ada.undefine("Baner")))
                .extracting(Problem::fix)
                .containsExactly("write Banner");
        assertThat(refused(() -> ada.undefine("Banner.text")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOT_STORED);
        assertThat(refused(() -> ada.undefine("Banner..order")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.MALFORMED_ADDRESS);
    }

    private Path site(String version, String... sources) {
        return Desk.site(folder, version, sources);
    }
}
