package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.Clash;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.ServerChannel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One task, as it stands at servers. */
public final class StagingTaskReport implements Answer {
    private static final String FORMAT = "synchronizer-staging-task/1";
    private static final String NOTHING = "(nothing)";

    private final List<StagedTask> all;
    private final List<ServerChannel> servers;
    private final StoredTask task;
    private final TaskChanges changes;

    /**
     * Looks at a task.
     *
     * @param all the same task at one server or more
     * @param servers all servers, whose names stand for their identities
     */
    public StagingTaskReport(List<StagedTask> all, List<ServerChannel> servers) {
        this.all = List.copyOf(all);
        this.servers = List.copyOf(servers);
        task = all.get(0).task();
        Payload payload = PayloadJson.read(task.payload());
        changes = TaskChanges.of(payload);
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        text.append(style.bold("task " + task.id() + ": " + StagingText.deed(task)))
                .append('\n')
                .append("about ")
                .append(PlainText.of(task.key()))
                .append('\n')
                .append("logged at %s for %s, who saved it by %s\n"
                        .formatted(task.loggedAt(), PlainText.of(task.actor()), task.origin()));
        if (!task.needs().isEmpty()) {
            text.append("needs ")
                    .append(PlainText.of(String.join(", ", task.needs())))
                    .append('\n');
        }
        text.append("passed ").append(passed()).append('\n').append(changes.text());
        all.forEach(each -> write(each, style, text));
        return text.toString();
    }

    /** The server that logged it comes last. */
    private String passed() {
        List<String> others = task.passed().subList(0, Math.max(0, task.passed().size() - 1));
        return Stream.concat(others.stream().map(this::nameOf), Stream.of("this server"))
                .collect(Collectors.joining(", "));
    }

    private String nameOf(String identity) {
        String name = servers.stream()
                .filter(server -> identity.equals(server.server()))
                .map(ServerChannel::name)
                .findFirst()
                .orElse(identity);
        return PlainText.of(name);
    }

    private static void write(StagedTask staged, Style style, StringBuilder text) {
        StoredDelivery delivery = staged.delivery();
        text.append('\n').append(style.bold(PlainText.of(staged.server()) + ": " + delivery.state()));
        text.append(delivery.attempts() == 0 ? "" : ", tried " + times(delivery.attempts()));
        text.append(delivery.dueAt() == null ? "" : ", due at " + StagingText.due(delivery));
        text.append(delivery.endedAt() == null ? "" : ", ended at " + delivery.endedAt());
        text.append('\n');
        if (delivery.firstTask() < delivery.task()) {
            text.append("It carries along what was logged from task %d on.\n".formatted(delivery.firstTask()));
        }
        staged.answer().ifPresent(answer -> {
            answer.messages()
                    .forEach(message -> text.append(PlainText.of(message)).append('\n'));
            if (!answer.clashes().isEmpty()) {
                text.append(difference(answer.clashes()));
            }
        });
        text.append(wayOut(staged));
    }

    private static String times(int attempts) {
        return attempts == 1 ? "once" : attempts + " times";
    }

    private static Columns difference(List<Clash> clashes) {
        Columns columns = new Columns("place", "base", "ours", "theirs", "");
        for (Clash clash : clashes) {
            columns.add(
                    PlainText.of(clash.place()),
                    value(clash.base()),
                    value(clash.sent()),
                    value(clash.there()),
                    clash.overlapping() ? "changed by both" : "");
        }
        return columns;
    }

    private static String value(Optional<String> json) {
        return json.map(Words::value).orElse(NOTHING);
    }

    private static String wayOut(StagedTask staged) {
        long id = staged.task().id();
        return switch (staged.delivery().state()) {
            case CONFLICT -> "Decide by staging resolve %d --ours, --theirs or --merge.\n".formatted(id);
            case BLOCKED -> missing(staged);
            case DEAD -> "Have it tried anew by staging retry %d, or not told by staging drop %d.\n".formatted(id, id);
            case PENDING, RUNNING, DONE, RETRY, SUPERSEDED, DROPPED -> "";
        };
    }

    private static String missing(StagedTask staged) {
        List<String> missing = staged.answer().map(answer -> answer.missing()).orElse(List.of());
        return missing.isEmpty()
                ? ""
                : "Have what is missing told by staging enqueue %s.\n"
                        .formatted(PlainText.of(String.join(" ", missing)));
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            StagingText.task(task, out);
            out.texts("needs", task.needs());
            out.texts("passed", task.passed());
            changes.writeTo(out);
            out.array("deliveries", all, staged -> out.object(() -> write(staged, out)));
        }));
    }

    private static void write(StagedTask staged, JsonOut out) {
        StagingText.delivery(staged, out);
        out.texts("missing", staged.answer().map(answer -> answer.missing()).orElse(List.of()));
        out.array(
                "differences",
                staged.answer().map(answer -> answer.clashes()).orElse(List.of()),
                clash -> out.object(() -> {
                    out.text("place", clash.place());
                    TaskChanges.json("base", clash.base(), out);
                    TaskChanges.json("ours", clash.sent(), out);
                    TaskChanges.json("theirs", clash.there(), out);
                    out.flag("overlapping", clash.overlapping());
                }));
    }
}
