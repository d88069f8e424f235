package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.ConnectorTaskFilter;
import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.RunSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A site of articles with connectors, and time that goes on by hand. */
final class Connected implements AutoCloseable {
    private final ClockByHand clock;
    private final Site site;
    private final Path models;

    private Connected(Site site, ClockByHand clock, Path models) {
        this.site = site;
        this.clock = clock;
        this.models = models;
    }

    static Connected start(Product product, Path folder, OtherSystem... systems) {
        return start(product, folder, builder -> {}, systems);
    }

    static Connected start(
            Product product, Path folder, Consumer<SynchronizerBuilder> configuration, OtherSystem... systems) {
        ClockByHand clock = new ClockByHand(Instant.parse("2026-03-01T08:00:00Z"));
        Path models = articles(folder);
        return new Connected(Site.start(product, with(clock, configuration, systems), models), clock, models);
    }

    private static Consumer<SynchronizerBuilder> with(
            ClockByHand clock, Consumer<SynchronizerBuilder> configuration, OtherSystem... systems) {
        return builder -> {
            builder.clock(clock);
            List.of(systems).forEach(builder::connector);
            configuration.accept(builder);
        };
    }

    static Path articles(Path folder) {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("@Property(required = true) String", "title")
                        + property("String", "teaser")
                        + property("@AllowedTypes(Article.class) ContentReference", "related") + "}");
    }

    /** Another node of the same server. */
    Connected another(OtherSystem... systems) {
        return new Connected(site.another(with(clock, builder -> {}, systems), models), clock, models);
    }

    Site site() {
        return site;
    }

    Integration integration() {
        return site.synchronizer().integration();
    }

    Item create(String title) {
        return site.items().create("Ada", NewItem.of("Article", title).with("title", title));
    }

    Item save(Item item, String title) {
        return site.items().save("Ada", site.items().get(item.id()).with("title", title));
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        site.items().forEach(ItemQuery.all(), items::add);
        return items;
    }

    RunSummary run(OtherSystem system) {
        return integration().runAll(system.name(), task -> {});
    }

    boolean receive(OtherSystem system, String id, String key, String payload) {
        return integration().receive(system.name(), new IncomingTask(id, key, "save", payload));
    }

    List<ConnectorTask> tasks(OtherSystem system, DeliveryState... states) {
        return integration().tasks(ConnectorTaskFilter.all().of(system.name()).in(states), 0, 10_000);
    }

    ConnectorTask task(OtherSystem system) {
        List<ConnectorTask> all = tasks(system);
        return all.get(all.size() - 1);
    }

    void later(Duration time) {
        clock.forward(time);
    }

    @Override
    public void close() {
        site.close();
    }
}
