package dev.synchronizer.behaviour;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.ItemFilter.Bin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    private final String name;
    private final Path made;
    private final Random random = new Random();
    private final List<UUID> known = new ArrayList<>();

    private RingNode(Synchronizer synchronizer, String name, Path made) {
        this.name = name;
        this.synchronizer = synchronizer;
        this.made = made;
    }

    /** The name of a server, its database, the port that it serves at, its models, what to do, and a file for what it has made. */
    public static void main(String[] arguments) throws Exception {
        TestDatabase database = new TestDatabase(arguments[1], arguments[2], arguments[3]);
        Path made = Path.of(arguments[7]);
        SaveHandler purges = Listener.of("purges").onSaving(event -> {
            if (event.operation() == SaveOperation.PURGE && event.origin() == SaveOrigin.API) {
                keep(event.subject().key(), purged(made));
            }
        });
        try (Synchronizer synchronizer = open(arguments[0], database, Path.of(arguments[5]), purges);
                ExchangeServer server = synchronizer.serveStaging(
                        ServerOptions.standard().at("127.0.0.1", Integer.parseInt(arguments[4])))) {
            synchronizer.startTasks();
            System.out.println("READY " + server.port());
            RingNode node = new RingNode(synchronizer, arguments[0], made);
            if (arguments[6].equals("edit")) {
                node.edit();
            } else {
                node.report();
            }
        }
    }

    /** A file for what somebody was about to purge, beside that for what was made. */
    static Path purged(Path made) {
        return made.resolveSibling(made.getFileName() + ".purged");
    }

    private static void keep(String id, Path file) {
        try {
            Files.writeString(file, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Synchronizer open(String name, TestDatabase database, Path models, SaveHandler... handlers) {
        SynchronizerBuilder builder = Synchronizer.builder();
        List.of(handlers).forEach(builder::saveHandler);
        Synchronizer synchronizer = builder.dataSource(database.dataSource())
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
        RingEdits edits = new RingEdits(synchronizer, name, random);
        if (known.isEmpty() || random.nextInt(40) == 0) {
            UUID id = edits.create();
            keep(id.toString(), made);
            known.add(id);
        } else {
            edits.one(known);
            Thread.sleep(20);
        }
    }

    /** Says each time that it is asked how many tasks are left at that moment, until nobody asks any more. */
    private void report() throws IOException {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (asked.readLine() != null) {
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
        }
    }
}
