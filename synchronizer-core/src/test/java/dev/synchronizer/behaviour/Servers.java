package dev.synchronizer.behaviour;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.RunSummary;
import dev.synchronizer.task.ServerChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Several servers, each a site on a database of its own, which tell each other of their changes within one process. */
final class Servers implements AutoCloseable {
    private final Map<String, Server> all = new LinkedHashMap<>();

    /** Starts one that knows the ways to all others. */
    Server start(String name, Product product, Path... models) {
        return start(name, product, builder -> {}, models);
    }

    Server start(String name, Product product, Consumer<SynchronizerBuilder> configuration, Path... models) {
        Server server = new Server(name);
        all.put(name, server);
        server.site = Site.start(
                product,
                builder -> {
                    for (String other : List.of("a", "b", "c", "d", "hub")) {
                        builder.stagingServer(other, () -> receiving(other));
                    }
                    configuration.accept(builder);
                },
                models);
        return server;
    }

    Server get(String name) {
        return all.get(name);
    }

    private Receiving receiving(String name) {
        Server server = all.get(name);
        if (server == null) {
            throw new IllegalStateException("there is no server " + name);
        }
        return server.receiving();
    }

    @Override
    public void close() {
        all.values().forEach(server -> server.site().close());
    }

    /** One of them. */
    static final class Server {
        private final String name;
        private Site site;
        private UnaryOperator<Receiving> between = other -> other;

        private Server(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        Site site() {
            return site;
        }

        Staging staging() {
            return site.synchronizer().staging();
        }

        /** Something stands between others and this one. */
        void behind(UnaryOperator<Receiving> something) {
            between = something;
        }

        private Receiving receiving() {
            return between.apply(staging().receiving());
        }

        /** From now on, this one tells another one. */
        Server tells(Server other) {
            return tells(other, target -> target);
        }

        Server tells(Server other, UnaryOperator<ServerChannel> how) {
            ServerChannel target = ServerChannel.target(other.name, "local:" + other.name)
                    .known(other.staging().receiving().identity());
            staging().servers().save("Ada", how.apply(target));
            return this;
        }

        RunSummary run(Server other) {
            return staging().runAll(other.name, result -> {});
        }

        List<StagedTask> tasks(DeliveryState... states) {
            return staging().tasks(Optional.empty(), Set.of(states), 0, 10_000);
        }

        /** How many are still to be told. */
        long open() {
            return tasks().stream().filter(task -> task.delivery().waiting()).count();
        }

        Item create(String type, String title) {
            return site.items().create("Ada", NewItem.of(type, title).with("title", title));
        }

        Item get(UUID id) {
            return site.items().get(id);
        }

        List<Item> items() {
            List<Item> items = new ArrayList<>();
            site.items().forEach(ItemQuery.all(), items::add);
            return items;
        }
    }

    /** What stands between two servers, and does what a test says. */
    abstract static class Between implements Receiving {
        private final Receiving other;

        Between(Receiving other) {
            this.other = other;
        }

        @Override
        public String identity() {
            return other.identity();
        }

        @Override
        public List<Answer> receive(String sender, List<Shipment> shipments) {
            return other.receive(sender, shipments);
        }
    }
}
