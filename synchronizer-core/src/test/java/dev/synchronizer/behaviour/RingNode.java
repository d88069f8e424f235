package dev.synchronizer.behaviour;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.model.Address;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.ItemFilter.Bin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** A process that serves one of several servers, edits it at random while it is told to, and may be killed at any moment. */
final class RingNode {
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static final EnumSet<DeliveryState> OPEN =
            EnumSet.complementOf(EnumSet.of(DeliveryState.DONE, DeliveryState.SUPERSEDED, DeliveryState.DROPPED));

    private final Synchronizer synchronizer;
    private final Path made;
    private final Random random = new Random();
    private final List<UUID> known = new ArrayList<>();

    private RingNode(Synchronizer synchronizer, Path made) {
        this.synchronizer = synchronizer;
        this.made = made;
    }

    /** The name of a server, its database, the port that it serves at, its models, what to do, and a file for what it has made. */
    public static void main(String[] arguments) throws Exception {
        TestDatabase database = new TestDatabase(arguments[1], arguments[2], arguments[3]);
        try (Synchronizer synchronizer = open(arguments[0], database, Path.of(arguments[5]));
                ExchangeServer server = synchronizer.serveStaging(
                        ServerOptions.standard().at("127.0.0.1", Integer.parseInt(arguments[4])))) {
            synchronizer.startTasks();
            System.out.println("READY " + server.port());
            RingNode node = new RingNode(synchronizer, Path.of(arguments[7]));
            if (arguments[6].equals("edit")) {
                node.edit();
            } else {
                node.report();
            }
        }
    }

    static Synchronizer open(String name, TestDatabase database, Path models) {
        Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(database.dataSource())
                .models(models)
                .serverName(name)
                .stagingSecret("a", () -> SECRET)
                .stagingSecret("b", () -> SECRET)
                .stagingSecret("c", () -> SECRET)
                .taskInterval(Duration.ofMillis(50))
                .taskLease(Duration.ofSeconds(3))
                .pollInterval(Duration.ofMillis(200))
                .build();
        synchronizer.synchronize();
        return synchronizer;
    }

    private void edit() throws Exception {
        synchronizer.items().forEach(ItemQuery.all().in(Bin.ANY), item -> known.add(item.id()));
        while (true) {
            try {
                editOnce();
            } catch (ProblemsException e) {
                // Somebody else was quicker, or it stands below something in the recycle bin.
                synchronizer.catalog().refresh();
            }
        }
    }

    private void editOnce() throws Exception {
        Items items = synchronizer.items();
        int what = random.nextInt(40);
        if (known.isEmpty() || what == 0) {
            UUID id = items.create("Ada", NewItem.of("Article", "New").with("title", "New"))
                    .id();
            Files.writeString(made, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            known.add(id);
            return;
        }
        if (what == 1) {
            synchronizer
                    .overrides()
                    .set(
                            "Ada",
                            Address.ofType("Article"),
                            NewSettings.none().with("displayName", "Article " + random.nextInt(1000)));
            return;
        }
        Item item = items.get(known.get(random.nextInt(known.size())));
        if (item.isDeleted()) {
            items.restore("Ada", item.id());
        } else if (what == 2) {
            items.delete("Ada", item.id());
        } else {
            String property = List.of("title", "teaser", "body").get(random.nextInt(3));
            items.save("Ada", item.with(property, "value " + random.nextInt(1_000_000)));
        }
        Thread.sleep(20);
    }

    /** Says again and again how many tasks are left, until nobody listens any more. */
    private void report() throws Exception {
        while (System.in.available() == 0) {
            List<StagedTask> open = synchronizer.staging().tasks(Optional.empty(), OPEN, 0, 10_000);
            System.out.println("OPEN " + open.size()
                    + open.stream()
                            .limit(5)
                            .map(task -> " [" + task.task().key() + " "
                                    + task.task().operation() + " "
                                    + task.delivery().state() + " due "
                                    + task.delivery().dueAt() + " "
                                    + task.answer().map(Answer::messages).orElse(List.of()) + "]")
                            .collect(Collectors.joining())
                            .replace('\n', ' '));
            Thread.sleep(100);
        }
    }
}
