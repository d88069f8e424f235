package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.InvalidItemException;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.transfer.ItemTransfer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A running application with content: one node, which its test starts and ends. */
final class Site implements AutoCloseable {
    private final TestDatabase database;
    private final Synchronizer synchronizer;

    private Site(TestDatabase database, Consumer<SynchronizerBuilder> configuration, Path... models) {
        this.database = database;
        SynchronizerBuilder builder = Synchronizer.builder()
                .dataSource(database.dataSource())
                .models(models)
                .pollInterval(Duration.ZERO);
        configuration.accept(builder);
        synchronizer = builder.build();
        synchronizer.synchronize();
    }

    static Site start(Product product, Path... models) {
        return start(product, builder -> {}, models);
    }

    static Site start(Product product, Consumer<SynchronizerBuilder> configuration, Path... models) {
        return new Site(product.freshDatabase(), configuration, models);
    }

    static Site on(TestDatabase database, Path... models) {
        return new Site(database, builder -> {}, models);
    }

    /** Another node on the same database, which first brings it in step with its models. */
    Site another(Path... models) {
        return another(builder -> {}, models);
    }

    Site another(Consumer<SynchronizerBuilder> configuration, Path... models) {
        return new Site(database, configuration, models);
    }

    /** Another node that keeps out of use what its models do not declare any more. */
    Site keeping(Path... models) {
        return another(builder -> builder.policy(Policy.standard().withOrphans(new OrphanPolicy.Keep())), models);
    }

    /** A jar of sources in the package {@code com.acme}, without their package and imports. */
    static Path jar(Path folder, String version, String... sources) {
        return ModelJar.of(List.of(sources).stream()
                        .map(source -> "package com.acme; import dev.synchronizer.annotation.*; import java.util.*;"
                                + " import java.time.*; import java.math.*; import jakarta.validation.constraints.*; "
                                + source)
                        .toArray(String[]::new))
                .version("site", version)
                .jar(folder.resolve("site-" + version + "-" + List.of(sources).hashCode() + ".jar"));
    }

    Items items() {
        return synchronizer.items();
    }

    ItemTransfer transfer() {
        return synchronizer.transfer();
    }

    Synchronizer synchronizer() {
        return synchronizer;
    }

    TestDatabase database() {
        return database;
    }

    Item create(String type, String name) {
        return items().create("Ada", NewItem.of(type, name));
    }

    Item createBelow(UUID parent, String type, String name) {
        return items().create("Ada", NewItem.of(type, name).below(parent));
    }

    /** All that is wrong with what a call was to save. */
    static List<Violation> violations(ThrowingCallable call) {
        InvalidItemException refusal = catchThrowableOfType(InvalidItemException.class, call);
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.violations();
    }

    @Override
    public void close() {
        synchronizer.close();
    }
}
