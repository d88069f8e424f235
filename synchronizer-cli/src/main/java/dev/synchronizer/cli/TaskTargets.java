package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.task.ServerChannel;
import java.util.List;
import java.util.Optional;

/** At which servers a command has to do with a task. */
final class TaskTargets {
    private TaskTargets() {}

    /**
     * A task as it stands at one server, or at all.
     *
     * @throws ProblemsException if there is no such task or server, or it is none for this server
     */
    static List<StagedTask> of(Staging staging, long task, Optional<String> target) {
        target.ifPresent(staging.servers()::get);
        List<StagedTask> all = staging.task(task);
        List<StagedTask> wanted = all.stream()
                .filter(one -> target.isEmpty() || target.get().equals(one.server()))
                .toList();
        if (wanted.isEmpty() && target.isPresent()) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.UNKNOWN_TASK,
                            Long.toString(task),
                            "the task " + task + " is none for the server " + target.get()),
                    null);
        }
        return wanted;
    }

    /**
     * The servers that can be told something now: one, or all that are enabled.
     *
     * @throws ProblemsException if there is none
     */
    static List<String> enabled(Staging staging, Optional<String> target) {
        if (target.isPresent()) {
            ServerChannel server = staging.servers().get(target.get());
            require(server.isTarget(), server.name() + " only tells its changes, and is told none");
            require(server.enabled(), server.name() + " is disabled");
            return List.of(server.name());
        }
        List<String> enabled = staging.servers().list().stream()
                .filter(server -> server.isTarget() && server.enabled())
                .map(ServerChannel::name)
                .toList();
        require(!enabled.isEmpty(), "there is no server that could be told");
        return enabled;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ProblemsException(Problem.of(ProblemCode.NO_TARGET, "servers", otherwise), null);
        }
    }
}
