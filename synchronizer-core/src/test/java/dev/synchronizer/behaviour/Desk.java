package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.settings.DefinedType;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.settings.RevertedSettings;
import dev.synchronizer.settings.SavedSettings;
import dev.synchronizer.settings.StandingOverride;
import dev.synchronizer.settings.Undefined;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Where administrators sit: each call is theirs, on a node of its own. */
record Desk(Node node, String actor) {
    static Desk of(String actor, Node node) {
        return new Desk(node, actor);
    }

    SavedSettings set(String address, NewSettings settings) {
        return node.call(synchronizer -> synchronizer.overrides().set(actor, Address.parse(address), settings));
    }

    /** Saves one setting in the form of the command line. */
    SavedSettings set(String address, String setting, String text) {
        return set(address, NewSettings.none().withText(setting, text));
    }

    RevertedSettings plan(RevertScope scope) {
        return node.call(synchronizer -> synchronizer.overrides().planRevert(scope));
    }

    RevertedSettings revert(RevertScope scope) {
        return node.call(synchronizer -> synchronizer.overrides().revert(actor, scope));
    }

    RevertedSettings revert(String... addresses) {
        return revert(at(addresses));
    }

    static RevertScope at(String... addresses) {
        return RevertScope.at(List.of(addresses).stream().map(Address::parse).toList());
    }

    List<StandingOverride> overrides() {
        return node.call(synchronizer -> synchronizer.overrides().list());
    }

    DefinedType define(Definition definition) {
        return node.call(synchronizer -> synchronizer.definitions().define(actor, definition));
    }

    Undefined undefine(String address) {
        return node.call(synchronizer -> synchronizer.definitions().undefine(actor, Address.parse(address)));
    }

    /** The addresses of overrides, with what would be effective without them: {@code Article.teaser.required=true}. */
    static List<String> without(List<StandingOverride> overrides) {
        return overrides.stream()
                .map(override -> override.address() + "=" + override.defaultNow())
                .toList();
    }

    static List<String> addresses(List<StandingOverride> overrides) {
        return overrides.stream().map(override -> override.address().toString()).toList();
    }

    /** All problems that a call ends with. */
    static List<Problem> refused(ThrowingCallable call) {
        ProblemsException refusal = catchThrowableOfType(ProblemsException.class, call);
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.problems().asList();
    }

    <T> T call(Function<Synchronizer, T> call) {
        return node.call(call);
    }

    StoredType stored(String name) {
        return node.stored().types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** With a block that a property of another type embeds and another one allows. */
    static Desk withBlock(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Teaser").withKind(ContentKind.BLOCK).withProperty("text", "STRING"));
        ada.define(Definition.of("Page")
                .withProperty("teaser", "LIST<BLOCK<Teaser>>")
                .withProperty(new PropertyDefinition(
                        "link", "REFERENCE", NewSettings.none().with("allowedTypes", List.of("Teaser")))));
        return ada;
    }

    /** A release of the site, with a class that is no content type. */
    static Path site(Path folder, String version, String... sources) {
        return ModelJar.of(sources)
                .with("package com.acme; public class Plain {" + Sources.property("String", "x") + "}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + "-" + sources[0].hashCode() + ".jar"));
    }
}
